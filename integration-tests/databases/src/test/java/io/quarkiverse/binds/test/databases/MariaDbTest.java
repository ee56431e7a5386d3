package io.quarkiverse.binds.test.databases;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;

import org.junit.jupiter.api.Test;

class MariaDbTest {

    @Test
    void sharedServerIsMariaDb() throws SQLException {
        DatabaseServer server = MariaDb.shared();
        String database = server.uniqueDatabase("maria");
        try (Connection connection = server.connect(database); Statement statement = connection.createStatement()) {
            statement.execute("CREATE TABLE note (text VARCHAR(20)) CHARACTER SET utf8mb4");
            statement.execute("INSERT INTO note VALUES ('\uD83D\uDE00')");
            assertEquals(1, server.processList(database).size());
        }

        assertEquals("F09F9880", server.queryIn(database, "SELECT HEX(text) AS bytes FROM note").get(0).get("bytes"));
        assertTrue(server.description().startsWith("MariaDB ") && server.description().contains("-MariaDB"),
                server.description());
        assertTrue(MariaDb.isThere());
        assertTrue(server.url(database).startsWith("mariadb://binds:binds@"), server.url(database));
        server.dropDatabase(database);
    }

    @Test
    void privateServerStopsAndStarts() {
        try (DatabaseServer server = MariaDb.start("--wait-timeout=77")) {
            String database = server.uniqueDatabase("stay");
            server.executeIn(database, "CREATE TABLE t (n INT)", "INSERT INTO t VALUES (1)");
            server.stop();
            server.startAgain();
            server.killHard();
            server.startAgain();
            assertEquals("[{n=1, wait=77}]",
                    server.queryIn(database, "SELECT n, @@global.wait_timeout AS wait FROM t").toString());
        }
    }

    @Test
    void testResourceGivesItsUrl() {
        MariaDbTestResource resource = new MariaDbTestResource();
        resource.init(Map.of());
        Map<String, String> configuration = resource.start();
        try {
            assertEquals(Map.of("quarkus.binds.url", MariaDb.shared().url(MariaDbTestResource.database("default"))),
                    configuration);
        } finally {
            resource.stop();
        }
    }
}
