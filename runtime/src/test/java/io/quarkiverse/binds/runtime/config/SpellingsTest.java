package io.quarkiverse.binds.runtime.config;

import static io.quarkiverse.binds.runtime.config.Configs.environment;
import static io.quarkiverse.binds.runtime.config.Configs.properties;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import io.quarkiverse.binds.Bind;
import io.smallrye.config.SmallRyeConfig;

/** Spellings of a bind's name: bare, in quotes, in an environment variable; the higher source wins. */
class SpellingsTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\0', textBlock = """
            quarkus.binds.users.pool.size                 | quarkus.binds."users".pool.size              | jdbc.max-size
            quarkus.binds."users".pool.size               | quarkus.binds.users.pool.size                | jdbc.max-size
            quarkus.binds."users".pool.timeout            | quarkus.binds.users.pool.timeout             | jdbc.acquisition-timeout
            quarkus.datasource.users.jdbc.min-size        | quarkus.datasource."users".jdbc.min-size     | jdbc.min-size
            quarkus.datasource."users".jdbc.min-size      | quarkus.datasource.users.jdbc.min-size       | jdbc.min-size
            """)
    void higherSourceWinsInEverySpelling(String low, String high, String seen) {
        SmallRyeConfig config = Configs.of(
                properties("quarkus.binds.users.db-kind=h2\nquarkus.binds.\"*\".pool.max-overflow=0\n" + low + "=1", 250),
                properties(high + "=2", 260));

        assertThat(Configs.datasource(config, "users", seen)).isEqualTo("2");
        assertThat(config.getConfigValue("quarkus.datasource.users." + seen).getValue()).isEqualTo("2");
    }

    /** A configuration mapping that finds two spellings of one key reads one of them and ignores the other. */
    @Test
    void eachKeyIsListedOnce() {
        SmallRyeConfig config = Configs.of("""
                quarkus.binds.users.url=h2:mem:a
                quarkus.binds."users".pool.size=4
                quarkus.datasource.users.jdbc.min-size=1
                quarkus.datasource."users".jdbc.leak-detection-interval=1m
                quarkus.hibernate-orm.users.log.sql=true
                """);
        List<String> names = new ArrayList<>();
        config.getPropertyNames().forEach(names::add);

        assertThat(names).contains("quarkus.binds.users.url", "quarkus.binds.users.pool.size",
                "quarkus.datasource.\"users\".jdbc.min-size", "quarkus.datasource.\"users\".jdbc.leak-detection-interval",
                "quarkus.datasource.\"users\".jdbc.max-size", "quarkus.hibernate-orm.\"users\".log.sql")
                .doesNotContain("quarkus.binds.\"users\".pool.size", "quarkus.datasource.users.jdbc.min-size",
                        "quarkus.hibernate-orm.users.log.sql")
                .doesNotHaveDuplicates();
    }

    /** {@code X__USERS__Y} is the quoted spelling, {@code X_USERS_Y} the bare one. */
    @ParameterizedTest
    @ValueSource(strings = { "QUARKUS_BINDS_USERS_URL", "QUARKUS_BINDS__USERS__URL" })
    void environmentVariableSetsUrlOfBind(String variable) {
        SmallRyeConfig config = Configs.of(properties("quarkus.binds.users.db-kind=h2", 250),
                environment(variable + "=h2:mem:from-environment"));

        assertThat(Configs.datasource(config, "users", "jdbc.url")).isEqualTo("jdbc:h2:mem:from-environment");
        assertThat(ConfiguredBindNames.of(config.getPropertyNames().iterator()).binds()).containsExactly("users");
    }

    @ParameterizedTest
    @ValueSource(strings = { "QUARKUS_DATASOURCE_USERS_JDBC_URL", "QUARKUS_DATASOURCE__USERS__JDBC_URL" })
    void environmentVariableOfQuarkusWinsOverTheBind(String variable) {
        SmallRyeConfig config = Configs.of(properties("quarkus.binds.users.url=h2:mem:from-bind", 250),
                environment(variable + "=jdbc:h2:mem:from-environment"));

        assertThat(Configs.datasource(config, "users", "jdbc.url")).isEqualTo("jdbc:h2:mem:from-environment");
        assertThat(Configs.bind(config, "users", "h2").url()).contains("jdbc:h2:mem:from-environment");
    }

    @Test
    void environmentVariableSetsDefaultBind() {
        SmallRyeConfig config = Configs.of(properties("quarkus.binds.url=h2:mem:low", 250),
                environment("QUARKUS_BINDS_URL=h2:mem:high", "QUARKUS_BINDS_POOL_SIZE=1", "QUARKUS_BINDS_POOL_MAX_OVERFLOW=1"));

        assertThat(Configs.datasource(config, Bind.DEFAULT, "jdbc.url")).isEqualTo("jdbc:h2:mem:high");
        assertThat(Configs.datasource(config, Bind.DEFAULT, "jdbc.max-size")).isEqualTo("2");
    }

    @Test
    void profilesWorkInEachBlock() {
        String text = """
                quarkus.binds.users.url=h2:mem:a
                %test.quarkus.binds.users.url=h2:mem:test
                %test.quarkus.binds."users".pool.size=1
                %test.quarkus.binds."*".pool.max-overflow=0
                %test.quarkus.datasource.users.jdbc.min-size=1
                """;

        SmallRyeConfig test = Configs.builder(properties(text, 250)).withProfile("test").build();
        assertThat(Configs.datasource(test, "users", "jdbc.url")).isEqualTo("jdbc:h2:mem:test");
        assertThat(Configs.datasource(test, "users", "jdbc.max-size")).isEqualTo("1");
        assertThat(Configs.datasource(test, "users", "jdbc.min-size")).isEqualTo("1");
        SmallRyeConfig prod = Configs.builder(properties(text, 250)).withProfile("prod").build();
        assertThat(Configs.datasource(prod, "users", "jdbc.url")).isEqualTo("jdbc:h2:mem:a");
        assertThat(Configs.datasource(prod, "users", "jdbc.max-size")).isEqualTo("15");
    }

    /** An inactive profile defines no bind; a higher ordinal wins over a profile. */
    @Test
    void bindOfInactiveProfileDoesNotExist() {
        SmallRyeConfig config = Configs.builder(properties("%dev.quarkus.binds.users.url=h2:mem:a", 250)).withProfile("prod")
                .build();

        assertThat(ConfiguredBindNames.of(config.getPropertyNames().iterator()).binds()).isEmpty();
        assertThat(Configs.datasource(config, "users", "db-kind")).isNull();
    }

    /** Quarkus looks up the paths of its mappings at build time, and would record a value found there for every name. */
    @Test
    void pathOfMappingIsNotTheBlockOfAllBinds() {
        SmallRyeConfig config = Configs.of("quarkus.binds.\"*\".db-kind=mysql");

        assertThat(config.getConfigValue("quarkus.binds.*.db-kind").getValue()).isNull();
        assertThat(config.getConfigValue("quarkus.binds.\"*\".db-kind").getValue()).isEqualTo("mysql");
    }
}
