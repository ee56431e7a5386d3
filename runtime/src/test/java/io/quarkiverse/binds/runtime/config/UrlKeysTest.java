package io.quarkiverse.binds.runtime.config;

import static io.quarkiverse.binds.runtime.config.Configs.environment;
import static io.quarkiverse.binds.runtime.config.Configs.properties;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import io.quarkiverse.binds.Bind;
import io.quarkiverse.binds.BindInfo;
import io.quarkiverse.binds.runtime.pool.BindDriver;
import io.smallrye.config.SmallRyeConfig;

/** B1: values derived from a URL, and the settings that win over its user and password. */
class UrlKeysTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\0', nullValues = "-", textBlock = """
            mysql://ann:p%40ss@db/app | -   | -  | -   | ann | p@ss
            mysql://ann:p%40ss@db/app | bob | pw | -   | bob | pw
            mysql://ann:p%40ss@db/app | -   | pw | -   | ann | pw
            mysql://ann:p%40ss@db/app | -   | -  | eve | ann | p@ss
            mysql://db/app            | -   | -  | eve | eve | -
            mysql://db/app            | bob | pw | eve | bob | pw
            """)
    void userOfBindWinsOverUrlAndAllBinds(String url, String user, String password, String all, String expectedUser,
            String expectedPassword) {
        SmallRyeConfig config = Configs.of("quarkus.binds.users.url=" + url + "\n"
                + (user == null ? "" : "quarkus.binds.users.username=" + user + "\n")
                + (password == null ? "" : "quarkus.binds.users.password=" + password + "\n")
                + (all == null ? "" : "quarkus.binds.\"*\".username=" + all + "\n"));

        assertThat(Configs.datasource(config, "users", "username")).isEqualTo(expectedUser);
        assertThat(Configs.datasource(config, "users", "password")).isEqualTo(expectedPassword);
        assertThat(Configs.datasource(config, "users", "jdbc.url")).startsWith("jdbc:mysql://").doesNotContain("ann", "p%40ss");
        assertThat(Configs.datasource(config, "users", "db-kind")).isEqualTo("mysql");
        BindInfo bind = Configs.bind(config, "users", "mysql");
        assertThat(bind.setting("username").value()).as("what is reported is what is used").isEqualTo(expectedUser);
        assertThat(bind.toString()).doesNotContain("p@ss", "p%40ss", "=pw");
    }

    @Test
    void quarkusKeysWinOverTheUrl() {
        SmallRyeConfig config = Configs.of("""
                quarkus.binds.users.url=mysql://ann:secret@db/app
                quarkus.datasource.users.username=root
                """);

        assertThat(Configs.datasource(config, "users", "username")).isEqualTo("root");
        assertThat(Configs.datasource(config, "users", "password")).isEqualTo("secret");
    }

    @Test
    void expressionsAreExpandedBeforeTheUrlIsRead() {
        SmallRyeConfig config = Configs.of(properties("""
                quarkus.binds.url=${BLOG_URL}
                quarkus.binds.users.url=mysql://${DB_USER:ann}:${DB_PASSWORD}@db/users
                """, 250), environment("BLOG_URL=h2:mem:blog", "DB_PASSWORD=from-environment"));

        assertThat(Configs.datasource(config, Bind.DEFAULT, "jdbc.url")).isEqualTo("jdbc:h2:mem:blog");
        assertThat(Configs.datasource(config, Bind.DEFAULT, "db-kind")).isEqualTo("h2");
        assertThat(Configs.datasource(config, "users", "username")).isEqualTo("ann");
        assertThat(Configs.datasource(config, "users", "password")).isEqualTo("from-environment");
    }

    /** B5: only braces form an expression. */
    @Test
    void dollarsInNamesAreKept() {
        SmallRyeConfig config = Configs.of("quarkus.binds.url=mysql://bob:x@db/bob$app");

        assertThat(Configs.datasource(config, Bind.DEFAULT, "jdbc.url")).contains("bob$app");
    }

    @Test
    void schemeIsReadWithUnsetVariable() {
        SmallRyeConfig config = Configs.of("quarkus.binds.users.url=mysql://${DB_HOST}/users");

        assertThat(Configs.datasource(config, "users", "db-kind")).isEqualTo("mysql");
        assertThat(Configs.datasource(config, "users", "jdbc.url")).isNull();
    }

    /** A16. */
    @Test
    void driverPropertiesReachDriversOfTheirBinds() {
        SmallRyeConfig config = Configs.of("""
                quarkus.binds.url=h2:mem:a
                quarkus.binds.driver-properties.MODE=MySQL
                quarkus.binds.users.url=h2:mem:b
                quarkus.binds."*".driver-properties.LOCK_TIMEOUT=77
                """);
        String prefix = "jdbc.additional-jdbc-properties.";

        assertThat(Configs.datasource(config, Bind.DEFAULT, prefix + "MODE")).isEqualTo("MySQL");
        assertThat(Configs.datasource(config, "users", prefix + "MODE")).isNull();
        assertThat(Configs.datasource(config, Bind.DEFAULT, prefix + "LOCK_TIMEOUT")).isEqualTo("77");
        assertThat(Configs.datasource(config, "users", prefix + "LOCK_TIMEOUT")).isEqualTo("77");
    }

    @Test
    void optionsAloneDefineNoDefaultBind() {
        SmallRyeConfig config = Configs.of("""
                quarkus.binds.pool.size=3
                quarkus.binds.users.url=h2:mem:b
                """);

        assertThat(ConfiguredBindNames.of(config.getPropertyNames().iterator()).binds()).containsExactly("users");
        assertThat(Configs.datasource(config, Bind.DEFAULT, "jdbc.max-size")).isNull();
        assertThat(Configs.datasource(config, "users", "jdbc.max-size")).as("they are of the default bind alone")
                .isEqualTo("15");
    }

    @Test
    void inactiveBindHasInactiveDatasourceAndPersistenceUnit() {
        SmallRyeConfig config = Configs.of("quarkus.binds.users.db-kind=h2\nquarkus.binds.users.active=false");

        assertThat(Configs.datasource(config, "users", "active")).isEqualTo("false");
        assertThat(Configs.hibernate(config, "users", "active")).isEqualTo("false");
    }

    @Test
    void otherDatasourcesGetNoDerivedKeys() {
        SmallRyeConfig config = Configs.of("""
                quarkus.binds.users.url=h2:mem:b
                quarkus.datasource.other.jdbc.url=jdbc:h2:mem:c
                """);

        assertThat(Configs.datasource(config, "other", "jdbc.max-size")).isNull();
        assertThat(Configs.datasource(config, "other", "jdbc.driver")).isNull();
        assertThat(Configs.datasource(config, Bind.DEFAULT, "db-kind")).isNull();
    }

    @Test
    void nothingIsDerivedWithoutBinds() {
        SmallRyeConfig config = Configs.of("quarkus.datasource.jdbc.url=jdbc:h2:mem:c\nquarkus.binds.\"*\".pool.size=3");

        assertThat(Configs.datasource(config, Bind.DEFAULT, "jdbc.max-size")).isNull();
        assertThat(config.getConfigValue(QuarkusKey.BLOCKING).getValue()).isNull();
    }

    /** {@code config} names the driver without a dependency on its class. */
    @Test
    void namedDriverIsBindDriver() {
        assertThat(PropertyMapping.BIND_DRIVER).isEqualTo(BindDriver.class.getName());
    }
}
