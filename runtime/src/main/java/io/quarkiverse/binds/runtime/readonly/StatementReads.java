package io.quarkiverse.binds.runtime.readonly;

import java.sql.SQLException;

/** A unit of work that reads without a transaction until it writes. Confined to the thread of the unit of work. */
public interface StatementReads {

    /** Whether the unit of work goes on without a transaction on this thread. */
    boolean isCurrent();

    /** Whether writes are refused. */
    boolean isReadOnly();

    /**
     * Begins the transaction, if it has not begun.
     *
     * @throws SQLException if the work of this thread is not part of the unit of work now
     */
    void begin() throws SQLException;

    /** Adds a connection, to be told of the begin of the transaction and to be closed with the unit of work. */
    void opened(ReadConnection connection);

    void closed(ReadConnection connection);
}
