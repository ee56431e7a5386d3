package io.quarkiverse.binds.runtime.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import io.quarkiverse.binds.runtime.config.ExpectedServerSettings;
import io.quarkiverse.binds.test.databases.DatabaseServer;
import io.quarkiverse.binds.test.databases.MariaDb;
import io.quarkiverse.binds.test.databases.MySql;

/** A6, A7: compares real servers with the settings that a bind expects. */
class ServerCheckTest {

    enum Server {
        MYSQL,
        MARIADB;

        DatabaseServer start() {
            return this == MYSQL ? MySql.shared() : MariaDb.shared();
        }
    }

    private static final List<String> LIMITS = List.of("quarkus.binds.users.pool.max-overflow");

    private static final ExpectedServerSettings FITTING = new ExpectedServerSettings("users", Duration.ofSeconds(280), true,
            List.of("users"), 15,
            LIMITS,
            null, false, null);

    @ParameterizedTest
    @EnumSource
    void matchingServerGivesNoWarning(Server server) throws SQLException {
        assertThat(warnings(server, FITTING, "SET SESSION wait_timeout=300")).isEmpty();
        assertThat(warnings(server, isolation("READ-COMMITTED"), "SET SESSION TRANSACTION ISOLATION LEVEL READ COMMITTED"))
                .isEmpty();
        assertThat(warnings(server, timeZone("+02:00"), "SET time_zone='+02:00'")).isEmpty();
    }

    /** A6. */
    @ParameterizedTest
    @EnumSource
    void recycleAboveSessionTimeoutIsWarnedOf(Server server) throws SQLException {
        assertThat(warnings(server, recycle(7200, true), "SET SESSION wait_timeout=300")).singleElement().asString()
                .startsWith("Bind 'users' ").contains(" 7200 s", " 300 s ", "wait_timeout",
                        "set quarkus.binds.users.pool.recycle=280s");
        assertThat(warnings(server, recycle(300, true), "SET SESSION wait_timeout=300")).hasSize(1);
        assertThat(warnings(server, recycle(299, true), "SET SESSION wait_timeout=300")).isEmpty();
    }

    /** A7. */
    @ParameterizedTest
    @EnumSource
    void interactiveTimeoutIsIgnored(Server server) throws SQLException {
        assertThat(warnings(server, recycle(7200, true), "SET SESSION interactive_timeout=60")).isEmpty();
    }

    /** A8, A9: pre-ping makes an age limit unnecessary. */
    @ParameterizedTest
    @EnumSource
    void missingRecycleIsWarnedOfWithoutPrePingOnly(Server server) throws SQLException {
        assertThat(warnings(server, recycle(0, true), "SET SESSION wait_timeout=300")).isEmpty();
        assertThat(warnings(server, recycle(0, false), "SET SESSION wait_timeout=300")).singleElement().asString()
                .contains("never replaces", " 300 s ", "quarkus.binds.users.pool.recycle=280s");
    }

    @ParameterizedTest
    @EnumSource
    void sumOfPoolSizesAboveMaxConnectionsIsWarnedOf(Server server) throws SQLException {
        int most = ((Number) server.start().query("SELECT @@max_connections AS n").get(0).get("n")).intValue();

        assertThat(warnings(server, connections(most))).isEmpty();
        assertThat(warnings(server, connections(most + 1))).singleElement().asString().contains(
                "The pools of the default bind, bind 'users' may open " + (most + 1) + " connections", "accepts " + most,
                "(max_connections)", "quarkus.binds.pool.max-overflow, quarkus.binds.users.pool.max-overflow");
    }

    @ParameterizedTest
    @EnumSource
    void otherIsolationLevelIsWarnedOf(Server server) throws SQLException {
        assertThat(warnings(server, isolation("SERIALIZABLE"))).singleElement().asString()
                .contains("for SERIALIZABLE", "level REPEATABLE-READ", "quarkus.binds.users.isolation=repeatable-read");
        assertThat(warnings(server, FITTING, "SET SESSION TRANSACTION ISOLATION LEVEL READ UNCOMMITTED")).singleElement()
                .asString().contains("READ-UNCOMMITTED", "REPEATABLE-READ", "set quarkus.binds.users.isolation");
    }

    @ParameterizedTest
    @EnumSource
    void otherCharsetIsWarnedOf(Server server) throws SQLException {
        assertThat(warnings(server, FITTING, "SET NAMES latin1")).singleElement().asString().contains("utf8mb4",
                "character_set_client=latin1", "character_set_results=latin1",
                "quarkus.binds.users.driver-properties.characterEncoding");
        ExpectedServerSettings asked = new ExpectedServerSettings("users", Duration.ofSeconds(280), true, List.of("users"), 15,
                LIMITS, null, true,
                null);
        assertThat(warnings(server, asked, "SET NAMES latin1")).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void otherTimeZoneIsWarnedOf(Server server) throws SQLException {
        assertThat(warnings(server, timeZone("Asia/Tokyo"), "SET time_zone='+02:00'")).singleElement().asString().contains(
                "Asia/Tokyo (+09:00)", "in +02:00",
                "quarkus.binds.users.driver-properties.forceConnectionTimeZoneToSession=true");
    }

    private static List<String> ask(DatabaseServer server, ExpectedServerSettings expected, String... before)
            throws SQLException {
        try (Connection connection = server.connect(""); Statement statement = connection.createStatement()) {
            for (String sql : before) {
                statement.execute(sql);
            }
            return ServerCheck.warnings(connection, expected);
        }
    }

    private static List<String> warnings(Server server, ExpectedServerSettings expected, String... before) throws SQLException {
        return ask(server.start(), expected, before);
    }

    private static ExpectedServerSettings recycle(int seconds, boolean prePing) {
        return new ExpectedServerSettings("users", Duration.ofSeconds(seconds), prePing, List.of("users"), 15, LIMITS, null,
                false, null);
    }

    private static ExpectedServerSettings connections(int connections) {
        return new ExpectedServerSettings("users", Duration.ofSeconds(280), true, List.of("<default>", "users"), connections,
                List.of("quarkus.binds.pool.max-overflow", "quarkus.binds.users.pool.max-overflow"), null, false,
                null);
    }

    private static ExpectedServerSettings isolation(String level) {
        return new ExpectedServerSettings("users", Duration.ofSeconds(280), true, List.of("users"), 15, LIMITS, level, false,
                null);
    }

    private static ExpectedServerSettings timeZone(String zone) {
        return new ExpectedServerSettings("users", Duration.ofSeconds(280), true, List.of("users"), 15, LIMITS, null, false,
                zone);
    }
}
