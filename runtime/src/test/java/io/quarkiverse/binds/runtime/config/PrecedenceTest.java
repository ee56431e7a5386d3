package io.quarkiverse.binds.runtime.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.NoSuchElementException;

import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import io.quarkiverse.binds.Bind;
import io.quarkiverse.binds.BindInfo;
import io.quarkiverse.binds.BindSetting;
import io.smallrye.config.SmallRyeConfig;

/**
 * A17, A5, K10: default, default of the kind, all binds, the bind, Quarkus's own key: the later one wins, and each value
 * names its source.
 */
class PrecedenceTest {

    /** Key, values of the layers, the resulting value and source, and the value that Quarkus reads. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\0', nullValues = "-", textBlock = """
            pool.size         | -   | -    | -                            | -    | 5      | default
            pool.size         | 3   | -    | -                            | -    | 3      | "*"
            pool.size         | 3   | 7    | -                            | -    | 7      | bind
            pool.size         | 3   | 7    | jdbc.max-size                | 4    | 4      | datasource key
            pool.max-overflow | 3   | 7    | jdbc.max-size                | 20   | 15     | datasource key
            pool.max-overflow | -   | -    | -                            | -    | 10     | default
            pool.timeout      | -   | -    | -                            | -    | 30s    | default
            pool.timeout      | 1s  | 2s   | jdbc.acquisition-timeout     | 3s   | 3s     | datasource key
            pool.recycle      | -   | -    | -                            | -    | 7200s  | mysql default
            pool.recycle      | 1h  | -    | -                            | -    | 1h     | "*"
            pool.recycle      | 1h  | 280  | -                            | -    | 280    | bind
            pool.recycle      | 1h  | 280  | jdbc.max-lifetime            | 9m   | 9m     | datasource key
            pool.pre-ping     | -   | -    | -                            | -    | true   | default
            pool.pre-ping     | false | true | -                          | -    | true   | bind
            pool.pre-ping-idle | -  | -    | -                            | -    | 500ms  | default
            pool.pre-ping-idle | 2s | -    | jdbc.foreground-validation-interval | 3s | 3s | datasource key
            isolation         | serializable | - | -                      | -    | serializable | "*"
            isolation         | serializable | read-committed | jdbc.transaction-isolation-level | read-uncommitted | read-uncommitted | datasource key
            username          | -   | bob  | username                     | ann  | ann    | datasource key
            driver-properties.x | 1 | -    | -                            | -    | 1      | "*"
            driver-properties.x | 1 | 2    | -                            | -    | 2      | bind
            driver-properties.x | 1 | 2    | jdbc.additional-jdbc-properties.x | 3 | 3    | datasource key
            table-names       | -   | -    | -                            | -    | snake-case | default
            table-names       | jpa | -    | -                            | -    | jpa    | "*"
            active            | -   | false | active                      | true | true   | datasource key
            """)
    void highestLayerWins(String key, String all, String own, String quarkusKey, String quarkus, String value,
            String source) {
        SmallRyeConfig config = Configs.of("quarkus.binds.users.db-kind=mysql\n"
                + line("quarkus.binds.\"*\"." + key, all)
                + line("quarkus.binds.users." + key, own)
                + line("quarkus.datasource.\"users\"." + quarkusKey, quarkus));

        assertThat(Configs.bind(config, "users", "mysql").setting(key)).isEqualTo(new BindSetting(key, value, source));
    }

    private static String line(String key, String value) {
        return value == null ? "" : key + "=" + value + "\n";
    }

    @Test
    void bothHibernateKeysWinOverSchema() {
        String block = "quarkus.binds.users.url=h2:mem:users\nquarkus.binds.users.schema=update\n";

        assertThat(Configs.hibernate(Configs.of(block), "users", "schema-management.strategy")).isEqualTo("update");
        SmallRyeConfig now = Configs.of(block + "quarkus.hibernate-orm.users.schema-management.strategy=none");
        assertThat(Configs.hibernate(now, "users", "schema-management.strategy")).isEqualTo("none");
        assertThat(Configs.bind(now, "users", "h2").setting("schema").source()).isEqualTo(BindSetting.DATASOURCE_KEY);
        SmallRyeConfig old = Configs.of(block + "quarkus.hibernate-orm.users.database.generation=validate");
        assertThat(Configs.hibernate(old, "users", "schema-management.strategy")).isNull();
    }

    /** K10. */
    @Test
    void settingsOfSeveralLayersAreCombined() {
        SmallRyeConfig config = Configs.of("""
                quarkus.binds.url=mysql://localhost/blog
                quarkus.binds.pool.size=7
                quarkus.binds.b.url=mysql://localhost/b
                quarkus.binds.b.pool.recycle=3600
                quarkus.binds."*".pool.size=3
                """);
        BindInfo byDefault = Configs.bind(config, Bind.DEFAULT, "mysql");
        BindInfo b = Configs.bind(config, "b", "mysql");

        assertThat(byDefault.setting("pool.size")).hasToString("pool.size=7 (bind)");
        assertThat(byDefault.setting("pool.recycle")).hasToString("pool.recycle=7200s (mysql default)");
        assertThat(b.setting("pool.size")).hasToString("pool.size=3 (\"*\")");
        assertThat(b.setting("pool.recycle")).hasToString("pool.recycle=3600 (bind)");
        assertThat(Configs.datasource(config, Bind.DEFAULT, "jdbc.max-size")).isEqualTo("17");
        assertThat(Configs.datasource(config, Bind.DEFAULT, "jdbc.max-lifetime")).isEqualTo("7200s");
        assertThat(Configs.datasource(config, "b", "jdbc.max-size")).isEqualTo("13");
        assertThat(Configs.datasource(config, "b", "jdbc.max-lifetime")).isEqualTo("3600");
    }

    /** A5. */
    @ParameterizedTest
    @CsvSource({ "mysql, true", "mariadb, true", "postgresql, false", "h2, false" })
    void onlyMySqlAndMariaDbRecycleByDefault(String kind, boolean recycled) {
        SmallRyeConfig config = Configs.of("quarkus.binds.users.db-kind=" + kind);
        BindInfo bind = Configs.bind(config, "users", kind);

        if (recycled) {
            assertThat(bind.setting("pool.recycle")).isEqualTo(new BindSetting("pool.recycle", "7200s", kind + " default"));
            assertThat(Configs.datasource(config, "users", "jdbc.max-lifetime")).isEqualTo("7200s");
        } else {
            Assertions.assertThatExceptionOfType(NoSuchElementException.class)
                    .isThrownBy(() -> bind.setting("pool.recycle"))
                    .withMessageContaining("Bind 'users' has no setting 'pool.recycle'");
            assertThat(Configs.datasource(config, "users", "jdbc.max-lifetime")).isNull();
        }
    }

    @ParameterizedTest
    @CsvSource({ "0", "-1", "0s" })
    void recycleCanBeDisabled(String never) {
        SmallRyeConfig config = Configs.of("quarkus.binds.users.db-kind=mysql\nquarkus.binds.users.pool.recycle=" + never);

        assertThat(Configs.datasource(config, "users", "jdbc.max-lifetime")).isNull();
    }

    @ParameterizedTest
    @CsvSource(nullValues = "-", value = { "true, 500ms, 500ms, -", "true, 0, -, true", "false, 500ms, -, -" })
    void prePingSetsOneOfTwoAgroalKeys(String ping, String idle, String foreground, String everyBorrow) {
        SmallRyeConfig config = Configs.of("quarkus.binds.url=h2:mem:a\nquarkus.binds.pool.pre-ping=" + ping
                + "\nquarkus.binds.pool.pre-ping-idle=" + idle);

        assertThat(Configs.datasource(config, Bind.DEFAULT, "jdbc.foreground-validation-interval")).isEqualTo(foreground);
        assertThat(Configs.datasource(config, Bind.DEFAULT, "jdbc.validate-on-borrow")).isEqualTo(everyBorrow);
    }
}
