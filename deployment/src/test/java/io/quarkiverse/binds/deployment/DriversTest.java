package io.quarkiverse.binds.deployment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import io.quarkiverse.binds.Bind;
import io.quarkus.agroal.spi.JdbcDriverBuildItem;
import io.quarkus.runtime.configuration.ConfigurationException;

/** B4: kind of a bind, from the configuration and the drivers of the application. */
class DriversTest {

    private static List<JdbcDriverBuildItem> drivers(String... kinds) {
        return Stream.of(kinds).map(kind -> new JdbcDriverBuildItem(kind, "a.Driver")).toList();
    }

    @Test
    void onlyDriverDecidesTheKind() {
        assertThat(Drivers.kind("users", null, drivers("mysql"))).isEqualTo("mysql");
        assertThat(Drivers.kind("users", "h2", drivers("mysql", "h2"))).isEqualTo("h2");
    }

    @Test
    void twoDriversWithoutKindAreRefused() {
        assertThatThrownBy(() -> Drivers.kind("users", null, drivers("mysql", "h2")))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("bind 'users' is not known")
                .hasMessageContaining("more than one JDBC driver extension [h2, mysql]")
                .hasMessageContaining("Set quarkus.binds.users.db-kind");
    }

    @Test
    void missingDriverIsRefused() {
        assertThatThrownBy(() -> Drivers.kind(Bind.DEFAULT, null, drivers()))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("no JDBC driver extension").hasMessageContaining("Set quarkus.binds.db-kind");
        assertThatThrownBy(() -> Drivers.kind(Bind.DEFAULT, "mariadb", drivers()))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("default bind").hasMessageContaining("io.quarkus:quarkus-jdbc-mariadb")
                .hasMessageContaining("none").hasMessageContaining("quarkus.binds.db-kind or quarkus.binds.url");
    }
}
