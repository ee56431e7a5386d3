package io.quarkiverse.binds.test.databases;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import io.quarkiverse.binds.test.support.Await;

class PrivateServerTest {

    private static final String GRIN = "\uD83D\uDE00";
    private static DatabaseServer server;

    @BeforeAll
    static void start() {
        server = MySql.start("--wait-timeout=1234");
    }

    @AfterAll
    static void close() {
        server.close();
        assertFalse(server.backend().admin().listens(), "a closed server still listens");
    }

    @Test
    void supplementaryCharacterIsStored() throws SQLException {
        String database = server.uniqueDatabase("emoji");
        try (Connection connection = server.connect(database); Statement statement = connection.createStatement()) {
            statement.execute("CREATE TABLE note (id INT AUTO_INCREMENT PRIMARY KEY, text VARCHAR(20))");
            try (PreparedStatement insert = connection.prepareStatement("INSERT INTO note (text) VALUES (?)")) {
                insert.setString(1, GRIN);
                insert.executeUpdate();
            }
        }

        List<Map<String, Object>> rows = server.queryIn(database, "SELECT text, HEX(text) AS bytes FROM note WHERE text = ?",
                GRIN);

        assertEquals(List.of(Map.of("text", GRIN, "bytes", "F09F9880")), rows);
        server.dropDatabase(database);
        assertEquals(List.of(), server.query("SELECT 1 FROM information_schema.SCHEMATA WHERE SCHEMA_NAME = ?", database));
    }

    @Test
    void connectionUsesTlsByDefault() throws SQLException {
        try (Connection connection = server.connect("");
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SHOW SESSION STATUS LIKE 'Ssl_version'")) {
            assertTrue(row.next());
            assertTrue(row.getString(2).startsWith("TLS"), "Ssl_version is '" + row.getString(2) + "'");
        }
    }

    @Test
    void optionsReachTheServerAndOthersKeepTheirDefault() {
        Map<String, Object> row = server
                .query("SELECT @@global.wait_timeout AS wait, @@global.transaction_isolation AS isolation,"
                        + " @@global.innodb_flush_log_at_trx_commit AS flush, @@global.performance_schema AS ps,"
                        + " @@global.max_connections AS connections, @@global.character_set_server AS charset")
                .get(0);

        assertEquals("{wait=1234, isolation=REPEATABLE-READ, flush=1, ps=1, connections=300, charset=utf8mb4}", row.toString());
    }

    @Test
    void applicationUserHasNoServerRights() throws SQLException {
        try (Connection connection = server.connect(""); Statement statement = connection.createStatement()) {
            statement.execute("CREATE DATABASE made_by_user");
            statement.execute("DROP DATABASE made_by_user");
            statement.execute("XA RECOVER");
            SQLException refused = assertThrows(SQLException.class, () -> statement.execute("SET GLOBAL wait_timeout = 1"));
            assertEquals(1227, refused.getErrorCode(), refused.getMessage());
        }
    }

    @Test
    void killedConnectionIsLost() throws Exception {
        String database = server.uniqueDatabase("kill");
        try (Connection one = server.connect(database); Connection two = server.connect(database)) {
            List<ServerProcess> processes = server.processList(database);
            assertEquals(2, processes.size(), processes::toString);
            assertEquals(server.user(), processes.get(0).user());
            long id = id(one);

            assertTrue(server.kill(id));

            Await.until("the connection is gone", Duration.ofSeconds(10), () -> server.processList(database).size() == 1);
            assertFalse(one.isValid(5));
            assertTrue(two.isValid(5));
            assertFalse(server.kill(id), "killed twice");
            assertEquals(1, server.killAll(database));
            assertThrows(SQLException.class, () -> id(two));
        }
    }

    private static long id(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT CONNECTION_ID()")) {
            row.next();
            return row.getLong(1);
        }
    }

    @Test
    void dataSurvivesStopAndKill() throws Exception {
        String database = server.uniqueDatabase("stay");
        server.executeIn(database, "CREATE TABLE t (n INT)", "INSERT INTO t VALUES (1)");
        int port = server.port();
        Object identity = identity();
        try (Connection open = server.connect(database)) {
            server.stop();
            assertFalse(server.backend().admin().listens());
            assertFalse(open.isValid(5));
        }
        assertThrows(IllegalStateException.class, server::stop, "stopped twice");
        server.startAgain();
        server.executeIn(database, "INSERT INTO t VALUES (2)");

        server.killHard();
        assertFalse(server.backend().admin().listens());
        server.startAgain();

        assertEquals(port, server.port());
        assertEquals(identity, identity());
        assertEquals("[{n=1}, {n=2}]", server.queryIn(database, "SELECT n FROM t ORDER BY n").toString());
    }

    @Test
    void twoServersAreIndependent() {
        try (DatabaseServer other = MySql.start()) {
            assertNotEquals(server.port(), other.port());
            assertNotEquals(identity(), other.query("SELECT @@server_uuid AS id").get(0).get("id"));
            String database = server.uniqueDatabase("mine");
            assertEquals(List.of(), other.query("SELECT 1 FROM information_schema.SCHEMATA WHERE SCHEMA_NAME = ?", database));
        }
    }

    private static Object identity() {
        return server.query("SELECT @@server_uuid AS id").get(0).get("id");
    }

    @Test
    void failedStatementIsNamed() {
        IllegalStateException failure = assertThrows(IllegalStateException.class,
                () -> server.execute("SELECT 1", "SELECT nothing"));

        assertTrue(failure.getMessage().contains("SELECT nothing: Unknown column"), failure.getMessage());
    }
}
