package io.quarkiverse.binds.runtime.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Set;

import org.junit.jupiter.api.Test;

import io.quarkiverse.binds.Bind;
import io.quarkiverse.binds.BindInfo;
import io.quarkiverse.binds.Binds;
import io.smallrye.config.SmallRyeConfig;

/** One line per bind: kind, masked URL, entities, pool settings with sources, and no password. */
class StartReportTest {

    @Test
    void lineShowsEffectiveValuesAndTheirSources() {
        SmallRyeConfig config = Configs.of("""
                quarkus.binds.users.url=mysql://ann:s3cr3t@db:3307/users?password=s3cr3t
                quarkus.binds.users.password=s3cr3t
                quarkus.binds.users.driver-properties.trustCertificateKeyStorePassword=s3cr3t
                quarkus.binds.users.pool.size=20
                quarkus.binds."*".pool.timeout=10s
                quarkus.datasource.users.jdbc.transaction-isolation-level=serializable
                """);

        String line = StartReport.line(Configs.bind(config, "users", "mysql"));

        assertThat(line).startsWith("Bind 'users': mysql, mysql://ann:***@db:3307/users").contains(
                ", 1 entity (User), ", "pool.size=20 (bind)", "pool.timeout=10s (\"*\")", "pool.recycle=7200s (mysql default)",
                "pool.max-overflow=10 ", "isolation=serializable (datasource key)")
                .doesNotContain("s3cr3t");
    }

    @Test
    void defaultBindWithoutEntitiesIsReported() {
        BindInfo bind = new BindInfo(Bind.DEFAULT, "h2", java.util.Optional.empty(), List.of(), List.of());

        assertThat(StartReport.line(bind)).isEqualTo("Default bind: h2, no URL, no entities, ");
    }

    @Test
    void dynamicBindIsReportedWithoutUrl() {
        SmallRyeConfig config = Configs.of("""
                quarkus.binds.users.db-kind=mysql
                quarkus.binds.users.dynamic=true
                """);

        assertThat(StartReport.line(Configs.bind(config, "users", "mysql")))
                .startsWith("Bind 'users': mysql, databases on the fly, 1 entity (User), ");
    }

    @Test
    void bindsAreListedDefaultFirstAndAnUnknownNameListsThem() {
        Binds binds = new ConfiguredBinds(new ConfigSnapshot(Configs.of("quarkus.binds.url=h2:mem:a")),
                Map.of("b", "h2", Bind.DEFAULT, "h2", "A", "h2"), Map.of(), Set.of());

        assertThat(binds.list()).extracting(BindInfo::name).containsExactly(Bind.DEFAULT, "A", "b");
        assertThatThrownBy(() -> binds.get("c")).isInstanceOf(IllegalArgumentException.class)
                .hasMessage("There is no bind 'c'. The binds of this application are: <default>, A, b");
    }
}
