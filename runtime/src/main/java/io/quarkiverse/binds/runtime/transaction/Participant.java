package io.quarkiverse.binds.runtime.transaction;

import java.sql.SQLException;

import io.agroal.api.transaction.TransactionAware;

/** The connection of one bind in a transaction. */
record Participant(String bind, TransactionAware connection) {

    void commit() throws SQLException {
        connection.transactionBeforeCompletion(true);
        connection.transactionCommit();
    }

    void rollback() throws SQLException {
        connection.transactionBeforeCompletion(false);
        connection.transactionRollback();
    }

    /** Gives it back to its pool. */
    void end() {
        try {
            connection.transactionEnd();
        } catch (SQLException e) {
            connection.setFlushOnly(); // what the pool could not put back, it closes
        }
    }

    /** The pool closes it when it comes back. */
    void discard() {
        connection.setFlushOnly();
    }
}
