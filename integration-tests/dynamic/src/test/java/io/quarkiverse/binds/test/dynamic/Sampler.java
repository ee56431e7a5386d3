package io.quarkiverse.binds.test.dynamic;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;

import io.quarkiverse.binds.test.databases.ClientPorts;

/**
 * Samples the number of the application's open connections, logins in progress included. The server lists a connection
 * that the application has closed until the server has closed it too; such connections must not count. On this machine a
 * listed connection counts if the application's end of it was open in the socket lists read before and after the server's
 * list, so that all counted connections were open at one moment. For a remote server, whose peers cannot be seen, a
 * connection counts if two consecutive lists contain it.
 */
final class Sampler implements AutoCloseable {

    private static final String NOT_LOGGED_IN = "unauthenticated user";

    private static final long BETWEEN_NANOS = Duration.ofMillis(10).toNanos();

    private final Schemas schemas;
    private final Connection connection;
    private final long own;
    private final Thread thread;
    private volatile boolean stopped;
    private volatile RuntimeException failure;
    private volatile int most;
    private volatile int mostListed;
    private volatile int looks;
    private Map<Long, Integer> before = Map.of();

    Sampler(Schemas schemas) throws SQLException {
        this.schemas = schemas;
        connection = schemas.server().connect("");
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select connection_id()")) {
            row.next();
            own = row.getLong(1);
        }
        thread = new Thread(this::run, "sampler");
        thread.start();
    }

    /** Maximum of the connections open at a time. */
    int most() {
        return most;
    }

    /** Maximum including connections that the server is closing. */
    int mostListed() {
        return mostListed;
    }

    int looks() {
        return looks;
    }

    private void run() {
        try {
            while (!stopped) {
                look();
                LockSupport.parkNanos(BETWEEN_NANOS);
            }
        } catch (SQLException e) {
            failure = new IllegalStateException(e);
        }
    }

    private void look() throws SQLException {
        int port = schemas.server().port();
        Set<Integer> open = ClientPorts.connectedTo(port);
        Map<Long, Integer> listed = listed();
        open.retainAll(ClientPorts.connectedTo(port));
        Map<Long, Integer> previous = before;
        boolean isLocal = listed.values().stream().anyMatch(open::contains);
        long counted = listed.entrySet().stream()
                .filter(entry -> isLocal ? open.contains(entry.getValue()) : previous.containsKey(entry.getKey())).count();
        before = listed;
        most = Math.max(most, (int) counted);
        mostListed = Math.max(mostListed, listed.size());
        looks++;
    }

    /** Connections in the server's list, each with its peer's port. */
    private Map<Long, Integer> listed() throws SQLException {
        Map<Long, Integer> listed = new HashMap<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("show processlist")) {
            while (rows.next()) {
                String host = rows.getString("Host");
                long id = rows.getLong("Id");
                if (id != own && host != null && host.contains(":")
                        && (schemas.isOurs(rows.getString("db")) || NOT_LOGGED_IN.equals(rows.getString("User")))
                        && !schemas.name("main").equals(rows.getString("db"))) {
                    listed.put(id, Integer.parseInt(host.substring(host.lastIndexOf(':') + 1)));
                }
            }
        }
        return listed;
    }

    @Override
    public void close() throws SQLException {
        stopped = true;
        try {
            thread.join();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
        connection.close();
        if (failure != null) {
            throw failure;
        }
    }
}
