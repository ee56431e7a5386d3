package io.quarkiverse.binds.runtime.readonly;

import java.sql.Connection;
import java.sql.SQLException;

/** The database of a {@link ReadConnection}. Thread-safe. */
public interface ReadSource {

    /** The statements of the server that need no transaction. */
    PlainReads plainReads();

    /**
     * Lends a connection that commits each statement, outside of every transaction.
     *
     * @param readOnly whether a copy of the database will do
     */
    Loan lend(boolean readOnly) throws SQLException;

    /** The connection that the transaction of this thread has, or gets now. */
    Connection join() throws SQLException;

    /** A connection that is lent for reading. Used by one thread. */
    interface Loan {

        /** The connection; closing it returns it, unless it has joined a transaction, whose end does. */
        Connection connection();

        /** Makes the connection join the transaction of this thread, since its statements are still read. */
        void join() throws SQLException;
    }
}
