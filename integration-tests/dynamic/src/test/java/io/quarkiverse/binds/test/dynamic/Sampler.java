package io.quarkiverse.binds.test.dynamic;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;

/**
 * Looks at the connections of the application on the server again and again, logins that are under way included. A connection
 * that the application has closed is on the server's list until the server has done so too, and does not count. It is told by
 * the application's end of it: of the connections that the server lists those count whose other end was open when the sockets
 * of this machine were looked at before, and still when they were afterwards, so that all of these were open at one moment.
 * Where the server is not of this machine the ends cannot be seen; then those count that are on the list in two looks one after
 * the other.
 */
final class Sampler implements AutoCloseable {

    private static final String ESTABLISHED = "01";
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

    /** The most that were open at a time. */
    int most() {
        return most;
    }

    /** The same with those that the server was in the middle of closing. */
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
        } catch (SQLException | IOException e) {
            failure = new IllegalStateException(e);
        }
    }

    private void look() throws SQLException, IOException {
        Set<Integer> open = openPorts();
        Map<Long, Integer> listed = listed();
        open.retainAll(openPorts());
        Map<Long, Integer> previous = before;
        boolean isLocal = listed.values().stream().anyMatch(open::contains);
        long counted = listed.entrySet().stream()
                .filter(entry -> isLocal ? open.contains(entry.getValue()) : previous.containsKey(entry.getKey())).count();
        before = listed;
        most = Math.max(most, (int) counted);
        mostListed = Math.max(mostListed, listed.size());
        looks++;
    }

    /** The ports of this machine from which something is connected to the server's port. */
    private Set<Integer> openPorts() throws IOException {
        Set<Integer> ports = new HashSet<>();
        String server = String.format("%04X", schemas.server().port());
        for (String file : new String[] { "/proc/net/tcp", "/proc/net/tcp6" }) {
            if (Files.isReadable(Path.of(file))) {
                for (String line : Files.readAllLines(Path.of(file))) {
                    String[] columns = line.strip().split("\\s+");
                    if (columns[2].endsWith(":" + server) && columns[3].equals(ESTABLISHED)) {
                        ports.add(Integer.parseInt(columns[1].substring(columns[1].indexOf(':') + 1), 16));
                    }
                }
            }
        }
        return ports;
    }

    /** The connections that the server has, each with its port at the other end. */
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
