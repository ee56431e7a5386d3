package io.quarkiverse.binds.runtime.pool;

import java.sql.SQLException;

import io.agroal.api.transaction.TransactionAware;

/** Observes the connections of one pool in transactions. Thread-safe; called by the thread of the transaction. */
public interface TransactionListener {

    /**
     * Called before a connection joins a transaction, or is lent for reading without one.
     *
     * @throws SQLException for the borrower; the connection stays in the pool
     */
    default void joining(TransactionAware connection) throws SQLException {
    }

    /** Called after the transaction of a connection has committed, before the connection is returned. */
    default void committed(TransactionAware connection) {
    }
}
