package io.quarkiverse.binds.runtime.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.util.List;
import java.util.Map;
import java.util.Set;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import io.quarkus.runtime.LaunchMode;
import io.smallrye.config.SmallRyeConfig;

/** Keys that cannot work with an unknown JDBC driver are refused or warned of by name. */
class ForeignDriverTest {

    private static final String SHARDED = "quarkus.binds.shop.db-kind=mysql\n"
            + "quarkus.binds.shop.url=jdbc:shardingsphere:classpath:shop.yaml?placeholder-type=environment\n";

    @BeforeEach
    void inTest() {
        LaunchMode.set(LaunchMode.TEST); // create-database is refused elsewhere in any case
    }

    @AfterEach
    void inProduction() {
        LaunchMode.set(LaunchMode.NORMAL);
    }

    private static ForeignDriverCheck check(String properties) {
        SmallRyeConfig config = Configs.of(properties);
        return new ForeignDriverCheck(new ConfigSnapshot(config));
    }

    @Test
    void startWarnsOfKeysWithoutEffect() {
        assertThat(check(SHARDED).warning("shop")).contains("Bind 'shop' uses the driver jdbc:shardingsphere",
                "quarkus.binds.shop.url", "quarkus.binds.shop.pool.login-timeout", "quarkus.binds.shop.pool.pre-ping",
                "quarkus.binds.shop.driver-properties", "no timeouts");
    }

    @Test
    void warningNamesKeyOfQuarkusThatHasTheUrl() {
        assertThat(check("quarkus.binds.db-kind=mysql\nquarkus.datasource.jdbc.url=jdbc:shardingsphere:classpath:a.yaml")
                .warning("<default>")).contains("quarkus.datasource.jdbc.url");
    }

    @ParameterizedTest
    @ValueSource(strings = { "mysql://db.example/shop", "jdbc:mysql://db.example/shop", "jdbc:mysql+srv://db.example/shop",
            "jdbc:mysql:replication://a.example,b.example/shop", "jdbc:oracle:thin:@db.example:1521/shop", "h2:mem:shop" })
    void urlOfKnownDriverIsNotWarnedOf(String url) {
        assertThat(check("quarkus.binds.shop.url=" + url).warning("shop")).isNull();
    }

    @Test
    void inactiveBindAndBindWithoutUrlAreNotWarnedOf() {
        assertThat(check("quarkus.binds.shop.db-kind=mysql").warning("shop")).isNull();
        assertThat(check(SHARDED + "quarkus.binds.shop.active=false").warning("shop")).isNull();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            two-phase=true       | quarkus.binds.shop.two-phase=true
            create-database=true | quarkus.binds.shop.create-database=true
            read-your-writes=wait | quarkus.binds.shop.read-your-writes=wait
            """)
    void keyThatNeedsKnownDriverIsRefused(String key, String named) {
        assertThat(check(SHARDED + "quarkus.binds.shop.replicas=jdbc:shardingsphere:classpath:copies.yaml\n"
                + "quarkus.binds.shop." + key).problems("shop")).singleElement().asString()
                .contains(named + " needs a driver of the kind of the bind", "quarkus.binds.shop.url", "jdbc:shardingsphere");
    }

    /** Those of MySQL would be ignored silently. */
    @Test
    void driverGetsNoDefaultsOfTheKind() {
        SmallRyeConfig config = Configs.of(SHARDED);
        assertThat(config.getPropertyNames()).noneMatch(name -> name.contains("additional-jdbc-properties"));
        assertThat(config.getConfigValue("quarkus.datasource.shop.jdbc.additional-jdbc-properties.socketTimeout").getValue())
                .isNull();
    }

    @Test
    void parametersAndPropertiesOfDriverAreItsOwn() {
        SmallRyeConfig config = Configs.of(SHARDED + "quarkus.binds.shop.driver-properties.colour=blue");
        assertThatCode(() -> new ConfigCheck(config, Map.of("mysql", List.of("socketTimeout")))
                .atStart(Map.of("shop", "mysql"), Set.of())).doesNotThrowAnyException();
    }
}
