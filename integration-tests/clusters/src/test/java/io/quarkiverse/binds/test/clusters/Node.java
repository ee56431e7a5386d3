package io.quarkiverse.binds.test.clusters;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;

import io.quarkiverse.binds.test.databases.BlackHole;
import io.quarkiverse.binds.test.databases.DatabaseServer;

/** Server of a cluster. Applications reach it through a proxy that can be cut off. */
final class Node implements AutoCloseable {

    private final DatabaseServer server;
    private final BlackHole network;

    Node(DatabaseServer server) {
        this.server = server;
        try {
            network = new BlackHole(server.host(), server.port());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    DatabaseServer server() {
        return server;
    }

    /** What applications have in their URLs. */
    String address() {
        return "127.0.0.1:" + network.port();
    }

    /** Nothing gets through from applications any more, and nothing is refused. */
    void cutOff() {
        network.swallow();
    }

    void reconnect() {
        network.forward();
    }

    void execute(String... statements) {
        server.execute(statements);
    }

    List<Map<String, Object>> query(String sql, Object... parameters) {
        return server.query(sql, parameters);
    }

    /** The only column of the only row as text, or null. */
    String value(String sql, Object... parameters) {
        return query(sql, parameters).stream().flatMap(row -> row.values().stream()).map(String::valueOf).findFirst()
                .orElse(null);
    }

    /** @param patience with a statement */
    Connection connectBare(Duration patience) throws SQLException {
        String url = server.jdbcUrl(Cluster.DATABASE).replace(server.host() + ":" + server.port(), address());
        String timeouts = url.startsWith("jdbc:postgresql:") ? "connectTimeout=1&socketTimeout=" + patience.toSeconds()
                : "connectTimeout=500&socketTimeout=" + patience.toMillis();
        return DriverManager.getConnection(url + "?" + timeouts, server.user(), server.password());
    }

    @Override
    public void close() {
        try {
            network.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            server.close();
        }
    }

    @Override
    public String toString() {
        return server.host() + ":" + server.port();
    }
}
