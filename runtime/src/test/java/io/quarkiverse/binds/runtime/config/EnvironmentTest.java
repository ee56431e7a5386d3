package io.quarkiverse.binds.runtime.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import io.quarkus.runtime.configuration.ConfigurationException;
import io.smallrye.config.SmallRyeConfig;

/** M2: environment variables. */
class EnvironmentTest {

    /** Each key of each block, with only another key of the block in a file. */
    @ParameterizedTest
    @ValueSource(strings = { "users", "my-users", "users_db", "eu.users", "userDb", "db-2", "db2", "Users", "a.b-c_d", "*" })
    void variableSetsEachKeyOfABind(String bind) {
        List<String> keys = new ArrayList<>(Key.NAMES);
        keys.add("driver-properties.x");
        if (bind.equals(BindNames.ALL)) {
            keys.removeIf(key -> Key.named(key) != null && Key.named(key).isOfOneBind());
        }
        for (String key : keys) {
            BindKey bindKey = new BindKey(bind, key);
            String other = BindKey.property(bind, key.equals(Key.POOL_SIZE.key()) ? Key.POOL_RECYCLE : Key.POOL_SIZE);
            for (String spelling : bindKey.spellings()) {
                String variable = EnvironmentNames.form(spelling);
                SmallRyeConfig config = Configs.of(Configs.properties(other + "=1", Configs.APPLICATION),
                        Configs.environment(variable + "=7"));
                assertThat(config.getConfigValue(bindKey.property()).getValue()).as(variable).isEqualTo("7");
                assertThat(bindNames(config)).as(variable).containsExactlyInAnyOrder(other, bindKey.property());
                assertThat(ConfiguredBindNames.of(config.getPropertyNames().iterator()).named()).as(variable)
                        .isEqualTo(bind.equals(BindNames.ALL) ? Set.of() : Set.of(bind));
            }
        }
    }

    private static List<String> bindNames(SmallRyeConfig config) {
        List<String> names = new ArrayList<>();
        config.getPropertyNames().forEach(name -> {
            if (name.startsWith(BindKey.PREFIX)) {
                names.add(name);
            }
        });
        return names;
    }

    /** The key may be in a file, for another profile, or nowhere. */
    @Test
    void variableReplacesAValueOfAFile() {
        SmallRyeConfig config = Configs.of(Configs.properties("quarkus.binds.my-users.url=h2:mem:file", 250),
                Configs.environment("QUARKUS_BINDS_MY_USERS_URL=h2:mem:environment"));

        assertThat(Configs.datasource(config, "my-users", "jdbc.url")).isEqualTo("jdbc:h2:mem:environment");
        assertThat(ConfiguredBindNames.of(config.getPropertyNames().iterator()).binds()).containsExactly("my-users");
    }

    @Test
    void variableOfAProfileCountsInThatProfileOnly() {
        String file = "quarkus.binds.my-users.url=h2:mem:file";
        for (String profile : List.of("prod", "dev")) {
            SmallRyeConfig config = Configs.builder(Configs.properties(file, 250),
                    Configs.environment("_PROD_QUARKUS_BINDS_MY_USERS_URL=h2:mem:prod",
                            "_PROD_QUARKUS_BINDS__MY_USERS__ACTIVE=true"))
                    .withProfile(profile).build();
            assertThat(Configs.datasource(config, "my-users", "jdbc.url")).as(profile)
                    .isEqualTo("jdbc:h2:mem:" + (profile.equals("prod") ? "prod" : "file"));
            assertThat(ConfiguredBindNames.of(config.getPropertyNames().iterator()).binds()).containsExactly("my-users");
        }
    }

    @Test
    void bindWithoutFileIsNamedAfterItsVariable() {
        SmallRyeConfig config = Configs
                .of(Configs.environment("QUARKUS_BINDS_USERS_URL=h2:mem:a", "QUARKUS_BINDS__EU_USERS__URL=h2:mem:b"));

        assertThat(ConfiguredBindNames.of(config.getPropertyNames().iterator()).binds()).containsExactly("eu.users", "users");
    }

    /** Applies to Quarkus's own keys as well: otherwise a datasource without a bind would exist. */
    @ParameterizedTest
    @ValueSource(strings = { "QUARKUS_DATASOURCE__MY_USERS__JDBC_MAX_SIZE", "QUARKUS_DATASOURCE_MY_USERS_JDBC_MAX_SIZE" })
    void variableOfQuarkusAppliesToTheBind(String variable) {
        SmallRyeConfig config = Configs.of(Configs.properties("quarkus.binds.my-users.url=h2:mem:file", 250),
                Configs.environment(variable + "=3"));
        List<String> names = new ArrayList<>();
        config.getPropertyNames().forEach(names::add);

        assertThat(Configs.datasource(config, "my-users", "jdbc.max-size")).isEqualTo("3");
        assertThat(names).noneMatch(name -> name.toLowerCase(Locale.ROOT).contains("my.users"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            my-users | my_users | QUARKUS_BINDS_MY_USERS_URL
            userdb   | userDb   | QUARKUS_BINDS_USERDB_URL
            eu.users | eu-users | QUARKUS_BINDS__EU_USERS__URL
            """)
    void variableOfTwoBindsIsRefused(String first, String second, String variable) {
        SmallRyeConfig config = Configs.of(
                Configs.properties(BindKey.property(first, "db-kind") + "=h2\n" + BindKey.property(second, "db-kind") + "=h2",
                        250),
                Configs.environment(variable + "=h2:mem:a"));

        assertThatExceptionOfType(ConfigurationException.class).isThrownBy(() -> Configs.check(config).atBuild())
                .withMessageContaining("The environment variable " + variable + " matches several keys")
                .withMessageContaining(BindKey.property(first, "url")).withMessageContaining(BindKey.property(second, "url"));
        assertThatExceptionOfType(ConfigurationException.class)
                .isThrownBy(() -> Configs.check(config).atStart(Map.of(first, "h2", second, "h2"), Set.of()))
                .withMessageContaining("matches several keys");
    }

    @Test
    void variableWithoutKeyIsNamed() {
        SmallRyeConfig config = Configs.of(Configs.properties("quarkus.binds.my-users.url=h2:mem:a", 250),
                Configs.environment("QUARKUS_BINDS_MY_USERS_POOL_SICE=5"));

        assertThatExceptionOfType(ConfigurationException.class).isThrownBy(() -> Configs.check(config).atBuild())
                .withMessageContaining("QUARKUS_BINDS_MY_USERS_POOL_SICE");
    }

    /** M1: a source has no order. */
    @Test
    void twoSpellingsInOneSourceAreRefusedIfTheyDiffer() {
        SmallRyeConfig config = Configs.of(Configs.properties("""
                quarkus.binds.users.url=h2:mem:a
                quarkus.binds."users".url=h2:mem:b
                %dev.quarkus.binds.users.pool.size=1
                %dev.quarkus.binds."users".pool.size=1
                quarkus.datasource.users.jdbc.min-size=1
                quarkus.datasource."users".jdbc.min-size=2
                """, 250));

        assertThatExceptionOfType(ConfigurationException.class).isThrownBy(() -> Configs.check(config).atBuild())
                .withMessageContaining(
                        "One key with two values in PropertiesConfigSource[source=test 250]: 'quarkus.binds.\"users\".url' and 'quarkus.binds.users.url'")
                .withMessageContaining("'quarkus.datasource.users.jdbc.min-size'")
                .satisfies(e -> assertThat(e.getMessage()).doesNotContain("pool.size"));
    }
}
