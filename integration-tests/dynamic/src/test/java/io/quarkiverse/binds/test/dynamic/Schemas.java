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

import io.quarkiverse.binds.test.databases.Await;
import io.quarkiverse.binds.test.databases.DatabaseServer;

/** The databases of one run of the application on a real server, each named after its key, seen from outside. */
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

    /** With its login, for the application. */
    String url(String key) {
        return server.url(name(key));
    }

    /** The same by another port. */
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

    /** The notes that are in one of them. */
    List<String> notes(String key) {
        return query(key, "select text from note order by id").stream().map(row -> (String) row.get("text")).toList();
    }

    Set<String> tables(String key) {
        return server.query("select table_name as t from information_schema.tables where table_schema = ?", name(key)).stream()
                .map(row -> (String) row.get("t")).collect(Collectors.toSet());
    }

    /** Whether nobody has a lock on a table of one of them, not even the one that every transaction has that has read it. */
    boolean isFree(String key, String table) {
        try (Connection connection = server.connect(name(key)); Statement statement = connection.createStatement()) {
            statement.execute("SET SESSION lock_wait_timeout = 1");
            statement.execute("LOCK TABLES " + table + " WRITE");
            return true;
        } catch (SQLException e) {
            return false;
        }
    }

    /** Ends all connections to one of them, and returns when they are closed. */
    void kill(String key) {
        server.killAll(name(key));
        if (!Await.until(Duration.ofSeconds(30), () -> connections(key).isEmpty())) {
            throw new IllegalStateException("Connections to " + key + " outlive a KILL");
        }
    }

    /** The connections that the server has to one of them. */
    Set<Long> connections(String... keys) {
        return Stream.of(keys).flatMap(key -> server.processList(name(key)).stream()).map(process -> process.id())
                .collect(Collectors.toSet());
    }
}
