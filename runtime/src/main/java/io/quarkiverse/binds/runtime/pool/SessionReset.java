package io.quarkiverse.binds.runtime.pool;

import java.sql.Connection;
import java.sql.SQLException;

/**
 * Ends a transaction that a borrower has left open on a connection, so that the next borrower neither commits nor sees it.
 * Commands are sent only if there may be such a transaction. Used by one thread at a time.
 */
final class SessionReset {

    private static final String POSTGRESQL = "org.postgresql.";

    private final Connection connection;
    private final ServerStatusFlags status;
    /** Whether each statement was committed when the connection was borrowed; known with status flags only. */
    private volatile boolean commitsEachStatement;
    private volatile boolean enlisted;

    SessionReset(Connection connection) {
        this.connection = connection;
        this.status = ServerStatusFlags.of(connection);
    }

    /**
     * Records the state of the connection when it is borrowed.
     *
     * @param enlisted whether JTA ends its transaction
     */
    void begin(boolean enlisted) {
        this.enlisted = enlisted;
        commitsEachStatement = status != null && isAutocommit();
    }

    /** Whether the driver sends a command to switch autocommit: those without status flags do so at the next statement. */
    boolean switchCostsCommand() {
        return status != null;
    }

    /** Whether each statement is committed. */
    boolean isAutocommit() {
        try {
            return connection.getAutoCommit(); // the driver's own state: no command is sent
        } catch (SQLException e) {
            return false; // the connection is lost; its borrower will get the error
        }
    }

    boolean isEnlisted() {
        return enlisted;
    }

    /** Rolls back an open transaction, and switches off an autocommit that was switched on by a statement. */
    void run() throws SQLException {
        if (status != null) {
            resetByStatusFlags();
        } else if (!enlisted) {
            resetByAutocommit();
        }
    }

    /** Resets by the status flags: with autocommit on, the next transaction could not be rolled back. */
    private void resetByStatusFlags() throws SQLException {
        int flags = status.flags(connection);
        boolean autocommit = (flags & ServerStatusFlags.AUTOCOMMIT) != 0;
        // an error response carries no status: a failed statement may hold locks that the flags do not show
        if ((flags & ServerStatusFlags.IN_TRANSACTION) != 0 || commitsEachStatement && !autocommit) {
            connection.setAutoCommit(false); // in autocommit mode the driver may refuse to roll back
            connection.rollback();
        } else if (autocommit && !status.isAutocommitKnown(connection)) {
            connection.setAutoCommit(false);
        }
    }

    /** Rolls back a transaction that was begun by switching autocommit off; without JTA nothing else ends it. */
    private void resetByAutocommit() throws SQLException {
        if (connection.getAutoCommit() && !rollsBackWithoutNeed()) {
            return;
        }
        connection.setAutoCommit(false);
        connection.rollback();
        if (connection.getAutoCommit()) {
            connection.setAutoCommit(false); // needed on H2 if a statement began the transaction
        }
    }

    /**
     * Whether a rollback without need is free of cost: PostgreSQL's driver sends neither autocommit changes nor empty
     * rollbacks. A rollback thus also ends a transaction begun by a BEGIN statement, which JDBC does not show.
     */
    private boolean rollsBackWithoutNeed() {
        return connection.getClass().getName().startsWith(POSTGRESQL);
    }
}
