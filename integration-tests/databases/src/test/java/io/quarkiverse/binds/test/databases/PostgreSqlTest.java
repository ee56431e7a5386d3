package io.quarkiverse.binds.test.databases;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;

import io.quarkiverse.binds.test.support.Await;

@EnabledIf("io.quarkiverse.binds.test.databases.PostgreSql#isThere")
class PostgreSqlTest {

    @Test
    void applicationUserOwnsItsDatabaseWithoutServerRights() throws SQLException {
        DatabaseServer server = PostgreSql.shared();
        String database = server.uniqueDatabase("post");
        server.executeIn(database, "CREATE TABLE of_admin (n INT)");
        try (Connection connection = server.connect(database); Statement statement = connection.createStatement()) {
            statement.execute("CREATE TABLE note (text VARCHAR(20))");
            statement.execute("INSERT INTO note VALUES ('\uD83D\uDE00')");
            statement.execute("INSERT INTO of_admin VALUES (1)");
            assertThrows(SQLException.class, () -> statement.execute("ALTER SYSTEM SET work_mem = '1MB'"));
            assertEquals(List.of(server.user()),
                    server.processList(database).stream().map(ServerProcess::user).toList());
        }

        assertEquals("f09f9880", server.queryIn(database, "SELECT encode(convert_to(text, 'UTF8'), 'hex') AS bytes FROM note")
                .get(0).get("bytes"));
        assertTrue(server.description().startsWith("PostgreSQL 1"), server.description());
        assertTrue(server.url(database).startsWith("postgresql://"), server.url(database));
        server.dropDatabase(database);
        assertEquals(List.of(), server.query("SELECT 1 FROM pg_database WHERE datname = ?", database));
    }

    @Test
    void killedConnectionIsLost() throws SQLException {
        DatabaseServer server = PostgreSql.shared();
        String database = server.uniqueDatabase("kill");
        try (Connection connection = server.connect(database)) {
            assertEquals(1, server.killAll(database));
            Await.until("the connection is gone", Duration.ofSeconds(10), () -> server.processList(database).isEmpty());
            assertFalse(connection.isValid(5));
        }
        server.dropDatabase(database);
    }

    @Test
    void dataSurvivesStopAndKill() throws SQLException {
        try (DatabaseServer server = PostgreSql.start("-c", "deadlock_timeout=77ms")) {
            String database = server.uniqueDatabase("stay");
            server.executeIn(database, "CREATE TABLE t (n INT)", "INSERT INTO t VALUES (1)");
            try (Connection open = server.connect(database)) {
                server.stop();
                assertFalse(open.isValid(5));
            }
            server.startAgain();
            server.killHard();
            server.startAgain();
            assertEquals("[{n=1, timeout=77ms}]",
                    server.queryIn(database, "SELECT n, current_setting('deadlock_timeout') AS timeout FROM t").toString());
        }
    }

    @Test
    void unpackedPackageIsRunWithItsOwnLibraries() {
        Backend backend = null;
        try {
            backend = new PackageWay().open(Kind.POSTGRESQL, List.of(), Environment.HERE);
        } catch (UnavailableException e) {
            assumeTrue(false, "the package cannot be had here: " + e.getMessage());
        }
        assertNotNull(backend);
        try (DatabaseServer server = DatabaseServer.of(backend)) {
            assertEquals(1, server.query("SELECT 1 AS one").get(0).get("one"));
            assertTrue(server.description().contains("unpacked from"), server.description());
        }
    }

    @Test
    void testResourceGivesItsUrl() {
        PostgreSqlTestResource resource = new PostgreSqlTestResource();
        resource.init(Map.of());
        Map<String, String> configuration = resource.start();
        try {
            assertEquals(Map.of("quarkus.binds.url", PostgreSql.shared().url(PostgreSqlTestResource.database("default"))),
                    configuration);
        } finally {
            resource.stop();
        }
    }
}
