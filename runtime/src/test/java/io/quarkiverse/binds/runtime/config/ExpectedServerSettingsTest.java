package io.quarkiverse.binds.runtime.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;

import org.junit.jupiter.api.Test;

import io.quarkiverse.binds.Bind;

/** A6: the effective settings are compared with the server, from any source. */
class ExpectedServerSettingsTest {

    @Test
    void defaultsAreExpected() {
        assertThat(of("quarkus.binds.users.url=mysql://db/users", "users")).isEqualTo(new ExpectedServerSettings("users",
                Duration.ofHours(2), true, List.of("users"), 15,
                List.of("quarkus.binds.users.pool.max-overflow"), null, false, null));
    }

    /** G8: a dynamic bind has a limit over all its databases. */
    @Test
    void dynamicBindCountsItsMaxConnections() {
        ExpectedServerSettings expected = of("""
                quarkus.binds.users.url=mysql://db/users
                quarkus.binds.tenants.dynamic=true
                quarkus.binds.tenants.url=mysql://db/tenant_{key}
                quarkus.binds.tenants.max-connections=40
                """, "tenants");

        assertThat(expected.sharing()).containsExactly("tenants", "users");
        assertThat(expected.connections()).isEqualTo(55);
        assertThat(expected.limits()).containsExactly("quarkus.binds.tenants.max-connections",
                "quarkus.binds.users.pool.max-overflow");
    }

    @Test
    void configuredValuesAreExpected() {
        ExpectedServerSettings expected = of("""
                quarkus.binds.users.url=mysql://db/users?charset=latin1&connectionTimeZone=UTC
                quarkus.binds."*".pool.recycle=280s
                quarkus.binds.users.pool.pre-ping=false
                quarkus.binds.users.isolation=read-committed
                quarkus.datasource.users.jdbc.max-size=7
                """, "users");

        assertThat(expected.recycle()).isEqualTo(Duration.ofSeconds(280));
        assertThat(expected.prePing()).isFalse();
        assertThat(expected.connections()).isEqualTo(7);
        assertThat(expected.isolation()).isEqualTo("READ-COMMITTED");
        assertThat(expected.ownCharset()).isTrue();
        assertThat(expected.timeZone()).isEqualTo("UTC");
    }

    @Test
    void disabledTimeZoneConversionIsAccepted() {
        for (String zone : new String[] { "LOCAL", "SERVER", "UTC&forceConnectionTimeZoneToSession=true" }) {
            assertThat(of("quarkus.binds.users.url=mysql://db/users?connectionTimeZone=" + zone, "users").timeZone()).isNull();
        }
    }

    /** Same host, with its port or the default port, in different notations. */
    @Test
    void bindsOfOneServerAreCountedTogether() {
        ExpectedServerSettings expected = of("""
                quarkus.binds.url=mysql://ann:secret@DB.example/blog
                quarkus.binds.a.url=mysql://other.example:3307,db.example:3306/a
                quarkus.binds.b.url=jdbc:mysql://address=(host=db.example)(port=3306)/b
                quarkus.binds.b.pool.size=1
                quarkus.binds.c.url=mysql://db.example:3307/c
                quarkus.binds.d.url=h2:mem:d
                quarkus.binds.e.db-kind=mysql
                """, Bind.DEFAULT);

        assertThat(expected.sharing()).containsExactly(Bind.DEFAULT, "a", "b");
        assertThat(expected.connections()).isEqualTo(15 + 15 + 11);
    }

    private static ExpectedServerSettings of(String properties, String bind) {
        return ExpectedServerSettings.of(new ConfigSnapshot(Configs.of(properties)), bind);
    }
}
