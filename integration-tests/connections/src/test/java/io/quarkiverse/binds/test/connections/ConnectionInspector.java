package io.quarkiverse.binds.test.connections;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import io.quarkiverse.binds.test.databases.DatabaseServer;

/**
 * Lists and kills the application's connections at the server, over one connection of the same user: a login for each look
 * would take CPU time of the machine under test.
 */
final class ConnectionInspector implements AutoCloseable {

    /**
     * Connection of the application. The database tells it from the connection of this class; the seconds are those since
     * its last command.
     */
    record Process(long id, String database, long seconds) {
    }

    private static final int UNKNOWN_THREAD = 1094;

    private final DatabaseServer server;
    private Connection connection;

    ConnectionInspector(DatabaseServer server) {
        this.server = server;
    }

    private interface Work<T> {
        T with(Statement statement) throws SQLException;
    }

    List<Process> processes() {
        return with(statement -> {
            List<Process> processes = new ArrayList<>();
            try (ResultSet rows = statement.executeQuery("show processlist")) {
                while (rows.next()) {
                    String database = rows.getString("db");
                    if (database != null && rows.getString("User").equals(server.user())) {
                        processes.add(new Process(rows.getLong("Id"), database, rows.getLong("Time")));
                    }
                }
            }
            return processes;
        });
    }

    Set<Long> ids() {
        return processes().stream().map(Process::id).collect(Collectors.toSet());
    }

    Set<Long> ids(String database) {
        return processes().stream().filter(process -> process.database().equals(database)).map(Process::id)
                .collect(Collectors.toSet());
    }

    /** Those that the application has not closed: the server lists a connection until it has ended it, too. */
    Set<Long> open(String database) {
        return with(statement -> server.openConnections(statement.getConnection(), database));
    }

    void kill(Collection<Long> ids) {
        for (long id : ids) {
            with(statement -> {
                try {
                    return statement.execute("kill " + id);
                } catch (SQLException e) {
                    if (e.getErrorCode() == UNKNOWN_THREAD) {
                        return false;
                    }
                    throw e;
                }
            });
        }
    }

    /** Retries once on a lost connection: wait_timeout and restarts affect this class as well. */
    private <T> T with(Work<T> work) {
        try {
            return once(work);
        } catch (SQLException first) {
            close();
            try {
                return once(work);
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    private <T> T once(Work<T> work) throws SQLException {
        if (connection == null) {
            connection = server.connect("");
        }
        try (Statement statement = connection.createStatement()) {
            return work.with(statement);
        }
    }

    @Override
    public void close() {
        try {
            if (connection != null) {
                connection.close();
            }
        } catch (SQLException e) {
            // the connection was lost
        } finally {
            connection = null;
        }
    }
}
