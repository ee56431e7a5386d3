package io.quarkiverse.binds.runtime.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.quarkiverse.binds.BindSetting;
import io.smallrye.config.SmallRyeConfig;

/** A5, A17: default driver properties of MySQL and MariaDB, which any setting of the user replaces. */
class DriverDefaultsTest {

    private static final String URL = "quarkus.binds.users.url=%s://localhost/users%s\n";
    private static final String MYSQL = URL.formatted("mysql", "");

    @Test
    void mySqlDriverGetsItsDefaults() {
        assertThat(derived(Configs.of(MYSQL))).isEqualTo(Map.of("connectTimeout", "5000", "socketTimeout", "300000",
                "rewriteBatchedStatements", "true", "readOnlyPropagatesToServer", "false", "cachePrepStmts", "true",
                "prepStmtCacheSize", "100", "prepStmtCacheSqlLimit", "2048"));
    }

    /** With the defaults of the cache, statements would be kept at the server. */
    @ParameterizedTest
    @ValueSource(strings = { "quarkus.binds.users.driver-properties.useServerPrepStmts=true",
            "quarkus.binds.\"*\".driver-properties.useServerPrepStmts=true",
            "quarkus.binds.users.url=mysql://localhost/users?useServerPrepStmts=true",
            "quarkus.datasource.users.jdbc.additional-jdbc-properties.useServerPrepStmts=true",
            "quarkus.datasource.\"users\".jdbc.additional-jdbc-properties.useServerPrepStmts=true" })
    void statementsOfTheServerAreNotCachedByDefault(String key) {
        SmallRyeConfig config = Configs.of(MYSQL + key);

        assertThat(derived(config)).doesNotContainKeys("cachePrepStmts", "prepStmtCacheSize", "prepStmtCacheSqlLimit")
                .containsKey("socketTimeout");
        assertThat(Configs.bind(config, "users", "mysql").settings()).extracting(BindSetting::key)
                .doesNotContain("driver-properties.cachePrepStmts");
    }

    /** The URL of a database on the fly, or of a replica, is not known when the properties of its bind are derived. */
    @ParameterizedTest
    @ValueSource(strings = { "cachePrepStmts", "prepStmtCacheSize", "prepStmtCacheSqlLimit", "useServerPrepStmts" })
    void statementsOfTheServerAreNotCachedByTheBindOfTheDatabase(String property) {
        String database = "jdbc:mysql://localhost/shop";

        assertThat(PoolConfig.isReplacedByUrl(database + "?useServerPrepStmts=true", property)).isTrue();
        assertThat(PoolConfig.isReplacedByUrl(database + "?useServerPrepStmts=true", "socketTimeout")).isFalse();
        assertThat(PoolConfig.isReplacedByUrl(database, property)).isFalse();
    }

    @Test
    void mariaDbDriverGetsItsDefaults() {
        assertThat(derived(Configs.of(URL.formatted("mariadb", ""))))
                .isEqualTo(Map.of("connectTimeout", "5000", "socketTimeout", "300000"));
    }

    @Test
    void otherDriversGetNoDefaults() {
        assertThat(derived(Configs.of("quarkus.binds.users.url=h2:mem:users"))).isEmpty();
        assertThat(derived(Configs.of(URL.formatted("postgresql", "")))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = { "quarkus.binds.users.driver-properties.socketTimeout=7",
            "quarkus.binds.\"*\".driver-properties.socketTimeout=7",
            "quarkus.datasource.users.jdbc.additional-jdbc-properties.socketTimeout=7",
            "quarkus.datasource.\"users\".jdbc.additional-jdbc-properties.socketTimeout=7" })
    void userValueWins(String key) {
        assertThat(derived(Configs.of(MYSQL + key))).containsEntry("socketTimeout", "7")
                .containsEntry("connectTimeout", "5000");
    }

    @Test
    void environmentWins() {
        SmallRyeConfig config = Configs.of(Configs.properties(MYSQL, Configs.APPLICATION),
                Configs.environment("QUARKUS_BINDS_USERS_DRIVER_PROPERTIES_SOCKETTIMEOUT=7"));

        assertThat(derived(config)).containsEntry("socketTimeout", "7");
    }

    /** As a separate property the default would win over the URL's parameter. */
    @ParameterizedTest
    @ValueSource(strings = { "quarkus.binds.users.url=mysql://localhost/users?socketTimeout=7",
            "quarkus.binds.users.url=mysql+pymysql://localhost/users?read_timeout=7&charset=utf8mb4",
            "quarkus.binds.users.url=jdbc:mysql://localhost/users?a=b&sockettimeout=7",
            "quarkus.binds.users.url=jdbc:mysql://address=(host=localhost)(socketTimeout=7)/users",
            "quarkus.binds.users.url=mysql://localhost/users\n"
                    + "quarkus.datasource.users.jdbc.url=jdbc:mysql://localhost/users?socketTimeout=7" })
    void parameterOfUrlReplacesDefault(String properties) {
        SmallRyeConfig config = Configs.of(properties);

        assertThat(derived(config)).doesNotContainKey("socketTimeout").containsEntry("connectTimeout", "5000");
        assertThat(Configs.bind(config, "users", "mysql").settings()).extracting(BindSetting::key)
                .doesNotContain("driver-properties.socketTimeout").contains("driver-properties.connectTimeout");
    }

    @Test
    void connectTimeoutFollowsLoginTimeout() {
        SmallRyeConfig config = Configs.of(MYSQL + "quarkus.binds.\"*\".pool.login-timeout=1500ms");

        assertThat(derived(config)).containsEntry("connectTimeout", "1500");
        assertThat(Configs.bind(config, "users", "mysql").settings()).contains(
                new BindSetting("driver-properties.connectTimeout", "1500", BindSetting.ALL));
    }

    @Test
    void reportNamesKindAsSource() {
        assertThat(StartReport.line(Configs.bind(Configs.of(MYSQL), "users", "mysql"))).contains(
                "driver-properties.connectTimeout=5000 (mysql default)",
                "driver-properties.rewriteBatchedStatements=true (mysql default)",
                "driver-properties.readOnlyPropagatesToServer=false (mysql default)",
                "driver-properties.socketTimeout=300000 (mysql default)");
        assertThat(StartReport.line(Configs.bind(Configs.of(URL.formatted("mariadb", "")), "users", "mariadb"))).contains(
                "driver-properties.socketTimeout=300000 (mariadb default)").doesNotContain("rewriteBatchedStatements");
    }

    /** Properties that Quarkus gives to the driver: the derived names and their values. */
    private static Map<String, String> derived(SmallRyeConfig config) {
        String prefix = QuarkusKey.datasource("users", QuarkusKey.DRIVER_PROPERTIES).property();
        return StreamSupport.stream(config.getPropertyNames().spliterator(), false).filter(name -> name.startsWith(prefix))
                .collect(Collectors.toMap(name -> name.substring(prefix.length()),
                        name -> config.getConfigValue(name).getValue(), (a, b) -> a, TreeMap::new));
    }
}
