package io.quarkiverse.binds.runtime.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.StreamSupport;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import io.quarkiverse.binds.Bind;
import io.smallrye.config.SmallRyeConfig;

/** What Quarkus sees of each key of a bind. URLs, pool sizes and recycling have tests of their own. */
class DerivationsTest {

    private static final String URL = "quarkus.binds.users.url=mysql://localhost/users\n";

    @ParameterizedTest
    @CsvSource({
            "db-kind=mariadb,                datasource, db-kind, mariadb",
            "db-kind=pgsql,                  datasource, db-kind, postgresql",
            "credentials-provider=vault,     datasource, credentials-provider, vault",
            "active=false,                   datasource, active, false",
            "active=false,                   hibernate,  active, false",
            "isolation=read-committed,       datasource, jdbc.transaction-isolation-level, READ_COMMITTED",
            "isolation=REPEATABLE READ,      datasource, jdbc.transaction-isolation-level, REPEATABLE_READ",
            "pool.timeout=7s,                datasource, jdbc.acquisition-timeout, 7s",
            "schema=drop-and-create,         hibernate,  schema-management.strategy, drop-and-create",
            "driver-properties.a=1,          datasource, jdbc.additional-jdbc-properties.a, 1",
            "driver-properties.\"a.b\"=1,    datasource, jdbc.additional-jdbc-properties.\"a.b\", 1"
    })
    void followsFromOneKey(String property, String root, String key, String value) {
        SmallRyeConfig config = Configs.of(URL + "quarkus.binds.users." + property);
        QuarkusKey derived = root.equals("datasource") ? QuarkusKey.datasource("users", key)
                : QuarkusKey.hibernate("users", key);

        assertThat(config.getConfigValue(derived.property()).getValue()).isEqualTo(value);
        assertThat(config.getPropertyNames()).contains(derived.property());
    }

    @Test
    void followsForEveryBind() {
        SmallRyeConfig config = Configs.of(URL);

        assertThat(Configs.hibernate(config, "users", "datasource")).isEqualTo("users");
        assertThat(config.getConfigValue("quarkus.hibernate-orm.blocking").getValue()).isEqualTo("false");
    }

    /** Beside a named datasource Quarkus gives the default one a Dev Service only if it is asked to. */
    @Test
    void devServicesAreAskedForWhereTheDefaultBindHasNoUrl() {
        SmallRyeConfig without = Configs.of(URL + "quarkus.binds.db-kind=mysql");
        SmallRyeConfig with = Configs.of(URL + "quarkus.binds.url=mysql://localhost/blog");

        assertThat(Configs.datasource(without, Bind.DEFAULT, "devservices.enabled")).isEqualTo("true");
        assertThat(Configs.datasource(without, Bind.DEFAULT, "jdbc.url")).isNull();
        assertThat(Configs.datasource(with, Bind.DEFAULT, "devservices.enabled")).isNull();
        assertThat(Configs.datasource(without, "users", "devservices.enabled")).isNull();
    }

    @Test
    void nothingFollowsForAnotherDatasourceOrWithoutBinds() {
        SmallRyeConfig other = Configs.of(URL + "quarkus.datasource.\"other\".db-kind=h2");
        SmallRyeConfig none = Configs.of("quarkus.binds.\"*\".pool.size=3");

        assertThat(other.getConfigValue("quarkus.datasource.\"other\".jdbc.max-size").getValue()).isNull();
        assertThat(StreamSupport.stream(none.getPropertyNames().spliterator(), false))
                .noneMatch(name -> name.startsWith("quarkus.datasource") || name.startsWith("quarkus.hibernate-orm"));
        assertThat(none.getConfigValue("quarkus.hibernate-orm.blocking").getValue()).isNull();
    }

    /** An XA datasource has a driver class of another kind, which is Quarkus's to choose. */
    @Test
    void theDriverIsLeftToQuarkusForXa() {
        SmallRyeConfig plain = Configs.of(URL);
        SmallRyeConfig xa = Configs.of(URL + "quarkus.datasource.\"users\".jdbc.transactions=xa");

        assertThat(Configs.datasource(plain, "users", "jdbc.driver")).isEqualTo(Derivations.BIND_DRIVER);
        assertThat(Configs.datasource(xa, "users", "jdbc.driver")).isNull();
    }

    @Test
    void whoSwitchesHibernateOffIsNotTakenForUs() {
        assertThat(new BindsAtBuild(Configs.of(URL)).isHibernateOff()).isFalse();
        assertThat(new BindsAtBuild(Configs.of(URL + "quarkus.hibernate-orm.blocking=false")).isHibernateOff()).isTrue();
    }
}
