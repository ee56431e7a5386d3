package io.quarkiverse.binds.test.dynamic;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.quarkiverse.binds.test.databases.DatabaseServer;
import io.quarkiverse.binds.test.support.Await;

/** Databases of one test run on a real server, each named after its key, seen from outside. */
public final class Schemas {

    private final DatabaseServer server;
    private final String prefix = "dyn" + Long.toString(ProcessHandle.current().pid(), 36)
            + Long.toString(System.currentTimeMillis(), 36);

    Schemas(DatabaseServer server) {
        this.server = server;
    }

    DatabaseServer server() {
        return server;
    }

    String name(String key) {
        return prefix + "_" + key;
    }

    boolean isOurs(String database) {
        return database != null && database.startsWith(prefix + "_");
    }

    /** URL for the application, with credentials. */
    String url(String key) {
        return server.url(name(key));
    }

    /** URL with another port, such as a proxy's. */
    String url(String key, int port) {
        return url(key).replace("@" + server.host() + ":" + server.port() + "/", "@127.0.0.1:" + port + "/");
    }

    void create(String... keys) {
        create(List.of(keys));
    }

    void create(Collection<String> keys) {
        server.execute(keys.stream().map(key -> "CREATE DATABASE " + quoted(key)).toArray(String[]::new));
    }

    void drop(String key) {
        server.execute("DROP DATABASE " + quoted(key));
    }

    void dropAll() {
        server.execute(server.query("SHOW DATABASES").stream().map(row -> (String) row.values().iterator().next())
                .filter(this::isOurs).map(name -> "DROP DATABASE `" + name + "`").toArray(String[]::new));
    }

    String quoted(String key) {
        return "`" + name(key) + "`";
    }

    List<Map<String, Object>> query(String key, String sql, Object... parameters) {
        return server.queryIn(name(key), sql, parameters);
    }

    void execute(String key, String... sql) {
        server.executeIn(name(key), sql);
    }

    /** Texts of the notes in a database. */
    List<String> notes(String key) {
        return query(key, "select text from note order by id").stream().map(row -> (String) row.get("text")).toList();
    }

    Set<String> tables(String key) {
        return server.query("select table_name as t from information_schema.tables where table_schema = ?", name(key)).stream()
                .map(row -> (String) row.get("t")).collect(Collectors.toSet());
    }

    /** Returns whether no transaction holds a lock on the table, including the metadata lock of a reader. */
    boolean isFree(String key, String table) {
        try (Connection connection = server.connect(name(key)); Statement statement = connection.createStatement()) {
            statement.execute("SET SESSION lock_wait_timeout = 1");
            statement.execute("LOCK TABLES " + table + " WRITE");
            return true;
        } catch (SQLException e) {
            return false;
        }
    }

    /** Kills all connections to a database and waits until they are closed. */
    void kill(String key) {
        server.killAll(name(key));
        if (!Await.until(Duration.ofSeconds(30), () -> server.processList(name(key)).isEmpty())) {
            throw new IllegalStateException("Connections to " + key + " outlive a KILL");
        }
    }

    /** Ids of the application's connections to databases. */
    Set<Long> connections(String... keys) {
        return Stream.of(keys).flatMap(key -> server.openConnections(name(key)).stream()).collect(Collectors.toSet());
    }
}
