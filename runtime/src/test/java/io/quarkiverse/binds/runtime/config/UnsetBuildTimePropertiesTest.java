package io.quarkiverse.binds.runtime.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;

import org.junit.jupiter.api.Test;

import io.quarkiverse.binds.BindSetting;
import io.smallrye.config.DefaultValuesConfigSource;
import io.smallrye.config.SmallRyeConfig;

/** B7: a build-time key set only at the start has no effect and is warned of. */
class UnsetBuildTimePropertiesTest {

    private static final String BUILT = "quarkus.binds.users.url=h2:mem:users\nquarkus.binds.users.db-kind=h2\n";

    private final Set<String> leftOpen = UnsetBuildTimeProperties.atBuild(Configs.of(BUILT), Set.of("users"));

    @Test
    void unsetBuildTimeKeysAreListed() {
        assertThat(leftOpen).containsExactly("quarkus.binds.\"*\".db-kind", "quarkus.binds.\"*\".dynamic",
                "quarkus.binds.\"*\".packages", "quarkus.binds.\"*\".table-names", "quarkus.binds.\"*\".two-phase",
                "quarkus.binds.users.dynamic", "quarkus.binds.users.packages",
                "quarkus.binds.users.table-names", "quarkus.binds.users.two-phase");
    }

    @Test
    void keySetAtStartIsWarnedOf() {
        assertThat(UnsetBuildTimeProperties.warnings(Configs.of(BUILT + "quarkus.binds.users.table-names=jpa"), leftOpen))
                .singleElement().asString()
                .startsWith("'quarkus.binds.users.table-names=jpa' has no effect").contains("Build with it");
        assertThat(UnsetBuildTimeProperties.warnings(Configs.of(BUILT), leftOpen)).isEmpty();
    }

    /** In a packaged application the source of the fixed values matches a recorded key with a star for any name. */
    @Test
    void valueFixedForAllBindsGivesNoWarning() {
        SmallRyeConfig config = Configs.of(
                new DefaultValuesConfigSource(Map.of("quarkus.binds.*.table-names", "jpa"), "fixed", Integer.MAX_VALUE),
                Configs.properties(BUILT, Configs.APPLICATION));

        assertThat(config.getConfigValue("quarkus.binds.users.table-names").getValue()).isEqualTo("jpa");
        assertThat(UnsetBuildTimeProperties.warnings(config, leftOpen)).isEmpty();
    }

    @Test
    void reportShowsEffectiveValue() {
        var binds = new ConfiguredBinds(new ConfigSnapshot(Configs.of(BUILT + "quarkus.binds.\"*\".table-names=jpa")),
                Map.of("users", "h2"),
                Map.of("users", List.of()), leftOpen);

        assertThat(binds.get("users").setting("table-names"))
                .isEqualTo(new BindSetting("table-names", "snake-case", BindSetting.DEFAULT));
    }
}
