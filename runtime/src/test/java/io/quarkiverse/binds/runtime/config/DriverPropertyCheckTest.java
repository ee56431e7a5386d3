package io.quarkiverse.binds.runtime.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import io.smallrye.config.SmallRyeConfig;

/** M3, M7: a property that the driver would ignore is refused, from every source. The lists here are shortened. */
class DriverPropertyCheckTest {

    private static final Map<String, List<String>> DRIVERS = Map.of(
            "mysql", List.of("sslMode", "socketTimeout", "connectTimeout", "rewriteBatchedStatements"),
            "mariadb", List.of("sslMode", "socketTimeout", "connectTimeout"),
            "postgresql", List.of("sslmode", "socketTimeout", "ApplicationName"));

    private static List<String> problems(SmallRyeConfig config) {
        return new DriverPropertyCheck(config, new BindPropertyLookup(config::getConfigValue),
                ConfiguredBindNames.of(config.getPropertyNames().iterator()), DRIVERS)
                .problems();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            quarkus.binds.driver-properties.sockettimeout=1                           | write socketTimeout
            quarkus.binds.driver-properties.ssl-mode=REQUIRED                         | did you mean sslMode
            quarkus.binds.driver-properties.sslMod=REQUIRED                           | did you mean sslMode
            quarkus.binds.driver-properties.pool_size=1                               | quarkus.binds.pool.size
            quarkus.binds."*".driver-properties.sockettimeout=1                       | write socketTimeout
            quarkus.datasource.jdbc.additional-jdbc-properties.sslmode=REQUIRED       | write sslMode
            quarkus.datasource.jdbc.url=jdbc:mysql://h/d?sslmode=REQUIRED             | write sslMode
            quarkus.binds.replicas=jdbc:mysql://h/d?sslmode=REQUIRED                  | write sslMode
            quarkus.binds.url=jdbc:mysql://h/d?sslmode=REQUIRED                       | write sslMode
            """)
    void ignoredPropertyIsAnsweredWithCorrectName(String property, String words) {
        SmallRyeConfig config = Configs.of("quarkus.binds.db-kind=mysql\n" + property);
        String key = property.substring(0, property.indexOf('='));
        assertThat(problems(config)).singleElement().asString().contains(key, words);
    }

    @Test
    void propertyForAllBindsNeedsOneMatchingDriver() {
        String binds = "quarkus.binds.a.db-kind=mysql\nquarkus.binds.b.db-kind=postgresql\n";
        assertThat(problems(Configs.of(binds + "quarkus.binds.\"*\".driver-properties.rewriteBatchedStatements=true")))
                .isEmpty();
        assertThat(problems(Configs.of(binds + "quarkus.binds.\"*\".driver-properties.rewriteBatchedStatments=true")))
                .hasSize(1);
        assertThat(problems(Configs.of(binds + "quarkus.binds.b.driver-properties.rewriteBatchedStatements=true"))).hasSize(1);
    }

    /** One profile may have MySQL and another one PostgreSQL, with both drivers present. */
    @Test
    void propertyForAllBindsMayBelongToUnusedDriver() {
        assertThat(problems(Configs.of("quarkus.binds.a.db-kind=postgresql\n"
                + "quarkus.binds.\"*\".driver-properties.rewriteBatchedStatements=true"))).isEmpty();
    }

    /** The properties of other drivers are unknown. */
    @Test
    void kindsWithoutAListAreNotChecked() {
        assertThat(problems(Configs.of("quarkus.binds.a.db-kind=h2\nquarkus.binds.a.driver-properties.foo=1\n"
                + "quarkus.binds.\"*\".driver-properties.bar=1"))).isEmpty();
    }

    /** M2, M7: a variable does not preserve case; a default gives way to a property set by a variable. */
    @Test
    void variableSetsAPropertyInTheCaseOfTheDriver() {
        SmallRyeConfig config = Configs.of(Configs.properties("quarkus.binds.my-users.db-kind=mysql", Configs.APPLICATION),
                Configs.environment("QUARKUS_BINDS_MY_USERS_DRIVER_PROPERTIES_SOCKETTIMEOUT=7"));

        assertThat(problems(config)).isEmpty();
        assertThat(Configs.datasource(config, "my-users", "jdbc.additional-jdbc-properties.socketTimeout")).isEqualTo("7");
        List<String> names = new ArrayList<>();
        config.getPropertyNames().forEach(names::add);
        assertThat(names)
                .contains("quarkus.datasource.\"my-users\".jdbc.additional-jdbc-properties.socketTimeout")
                .noneMatch(name -> name.contains("sockettimeout") && name.contains("datasource"));
    }

    /** M7: in another case the driver of MariaDB would receive the default as well. */
    @Test
    void propertyOfMariaDbHasTheCaseOfTheDriverBesideTheUrl() {
        assertThat(problems(Configs.of("quarkus.binds.db-kind=mariadb\nquarkus.binds.driver-properties.SOCKETTIMEOUT=1")))
                .singleElement().asString().contains("write socketTimeout");
        SmallRyeConfig inUrl = Configs.of("quarkus.binds.url=jdbc:mariadb://h/d?SOCKETTIMEOUT=1");
        assertThat(problems(inUrl)).isEmpty();
        assertThat(new BindPropertyLookup(inUrl::getConfigValue).driverDefaults("<default>")).doesNotContain("socketTimeout");
    }
}
