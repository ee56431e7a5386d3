package io.quarkiverse.binds.runtime.readonly;

import java.sql.Connection;

/** Wraps connections whose transaction has its statements checked. Thread-safe. */
public interface CheckedTransactions {

    /**
     * Wraps a connection if the transaction of the calling thread requires it.
     *
     * @return a connection that checks each statement, or the given one
     */
    Connection checked(Connection connection);
}
