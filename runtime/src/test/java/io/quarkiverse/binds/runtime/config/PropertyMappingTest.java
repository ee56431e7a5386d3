package io.quarkiverse.binds.runtime.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.TreeSet;
import java.util.stream.StreamSupport;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import io.quarkiverse.binds.Bind;
import io.smallrye.config.SmallRyeConfig;

/** Values that Quarkus derives from each key of a bind. URLs, pool sizes and recycling have tests of their own. */
class PropertyMappingTest {

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
    void quarkusKeyIsDerivedFromKeyOfBind(String property, String root, String key, String value) {
        SmallRyeConfig config = Configs.of(URL + "quarkus.binds.users." + property);
        QuarkusKey derived = root.equals("datasource") ? QuarkusKey.datasource("users", key)
                : QuarkusKey.hibernate("users", key);

        assertThat(config.getConfigValue(derived.property()).getValue()).isEqualTo(value);
        assertThat(config.getPropertyNames()).contains(derived.property());
    }

    @Test
    void quarkusKeysAreDerivedForEveryBind() {
        SmallRyeConfig config = Configs.of(URL);

        assertThat(Configs.hibernate(config, "users", "datasource")).isEqualTo("users");
        assertThat(config.getConfigValue("quarkus.hibernate-orm.blocking").getValue()).isEqualTo("false");
    }

    /** M8: Quarkus would close connections idle for five minutes; databases opened at run time have their {@code idle-ttl}. */
    @Test
    void idleConnectionsAreNotClosedByAgroal() {
        SmallRyeConfig config = Configs.of("""
                quarkus.binds.url=h2:mem:a
                quarkus.binds.users.url=h2:mem:b
                quarkus.binds.tenants.db-kind=h2
                quarkus.binds.tenants.dynamic=true
                quarkus.datasource.users.jdbc.idle-removal-interval=3m
                """);

        assertThat(Configs.datasource(config, Bind.DEFAULT, "jdbc.idle-removal-interval")).isEqualTo("0");
        assertThat(Configs.datasource(config, "users", "jdbc.idle-removal-interval")).isEqualTo("3m");
        assertThat(Configs.datasource(config, "tenants", "jdbc.idle-removal-interval")).isNull();
        assertThat(Configs.datasource(config, "tenants", "jdbc.metrics.enabled")).isEqualTo("false");
        assertThat(Configs.datasource(config, "users", "jdbc.metrics.enabled")).isNull();
    }

    /** Beside a named datasource Quarkus gives the default one a Dev Service only if it is asked to. */
    /** Flyway's own default would give each bind the scripts of all. */
    @Test
    void scriptsOfABindAreInADirectoryOfItsOwn() {
        SmallRyeConfig config = Configs.of("""
                quarkus.binds.url=h2:mem:a
                quarkus.binds.users.url=h2:mem:b
                quarkus.binds.logs.url=h2:mem:c
                quarkus.flyway.logs.locations=db/old
                quarkus.flyway."other".table=t
                """);

        assertThat(config.getConfigValue("quarkus.flyway.locations").getValue()).isEqualTo("db/migration/default");
        assertThat(config.getConfigValue("quarkus.flyway.\"users\".locations").getValue()).isEqualTo("db/migration/users");
        assertThat(config.getConfigValue("quarkus.flyway.\"logs\".locations").getValue()).isEqualTo("db/old");
        assertThat(config.getConfigValue("quarkus.flyway.\"other\".locations").getValue()).isNull();
        Set<String> names = new TreeSet<>();
        config.getPropertyNames().forEach(names::add);
        assertThat(names).contains("quarkus.flyway.locations", "quarkus.flyway.\"users\".locations",
                "quarkus.flyway.\"logs\".locations").doesNotContain("quarkus.flyway.logs.locations");
    }

    @Test
    void devServicesAreEnabledForDefaultBindWithoutUrl() {
        SmallRyeConfig without = Configs.of(URL + "quarkus.binds.db-kind=mysql");
        SmallRyeConfig with = Configs.of(URL + "quarkus.binds.url=mysql://localhost/blog");

        assertThat(Configs.datasource(without, Bind.DEFAULT, "devservices.enabled")).isEqualTo("true");
        assertThat(Configs.datasource(without, Bind.DEFAULT, "jdbc.url")).isNull();
        assertThat(Configs.datasource(with, Bind.DEFAULT, "devservices.enabled")).isNull();
        assertThat(Configs.datasource(without, "users", "devservices.enabled")).isNull();
    }

    @Test
    void otherDatasourcesGetNoDerivedKeys() {
        SmallRyeConfig other = Configs.of(URL + "quarkus.datasource.\"other\".db-kind=h2");
        SmallRyeConfig none = Configs.of("quarkus.binds.\"*\".pool.size=3");

        assertThat(other.getConfigValue("quarkus.datasource.\"other\".jdbc.max-size").getValue()).isNull();
        assertThat(StreamSupport.stream(none.getPropertyNames().spliterator(), false))
                .noneMatch(name -> name.startsWith("quarkus.datasource") || name.startsWith("quarkus.hibernate-orm"));
        assertThat(none.getConfigValue("quarkus.hibernate-orm.blocking").getValue()).isNull();
    }

    /** An XA datasource has a driver class of another type, which Quarkus chooses. */
    @Test
    void xaDriverIsLeftToQuarkus() {
        SmallRyeConfig plain = Configs.of(URL);
        SmallRyeConfig xa = Configs.of(URL + "quarkus.datasource.\"users\".jdbc.transactions=xa");

        assertThat(Configs.datasource(plain, "users", "jdbc.driver")).isEqualTo(PropertyMapping.BIND_DRIVER);
        assertThat(Configs.datasource(xa, "users", "jdbc.driver")).isNull();
    }

    @Test
    void hibernateDisabledByUserIsDetected() {
        assertThat(new BindsAtBuild(Configs.of(URL)).isHibernateOff()).isFalse();
        assertThat(new BindsAtBuild(Configs.of(URL + "quarkus.hibernate-orm.blocking=false")).isHibernateOff()).isTrue();
    }
}
