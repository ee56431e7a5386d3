package io.quarkiverse.binds.runtime.transaction;

import java.sql.Connection;
import java.sql.SQLException;

import io.agroal.api.transaction.TransactionAware;
import io.quarkiverse.binds.runtime.pool.TransactionListener;

/**
 * The connection of one bind in a transaction.
 *
 * @param listener of the pool of the connection; null if it has none
 */
record Participant(String bind, TransactionAware connection, TransactionListener listener) {

    /** Returns the pool's wrapper of a connection, which records the settings to restore. */
    static Connection jdbc(TransactionAware connection) {
        return (Connection) connection.getConnection();
    }

    void commit() throws SQLException {
        connection.transactionBeforeCompletion(true);
        connection.transactionCommit();
        if (listener != null) {
            listener.committed(connection);
        }
    }

    /** Whether the driver knows that the connection is lost; no command is sent. */
    boolean isLost() {
        try {
            return jdbc(connection).unwrap(Connection.class).isClosed();
        } catch (SQLException e) {
            return false; // unknown: the commit will fail if the connection is lost
        }
    }

    void rollback() throws SQLException {
        connection.transactionBeforeCompletion(false);
        connection.transactionRollback();
    }

    /** Returns the connection to its pool. */
    void end() {
        try {
            connection.transactionEnd();
        } catch (SQLException e) {
            connection.setFlushOnly(); // the pool closes a connection that it could not reset
        }
    }

    /** Makes the pool close the connection on its return. */
    void discard() {
        connection.setFlushOnly();
    }
}
