package io.quarkiverse.binds.runtime.pool;

import java.sql.Connection;
import java.sql.SQLException;

import io.agroal.api.AgroalDataSource;
import io.quarkiverse.binds.runtime.failure.NoConnectionException;

/**
 * Opens the connections of one pool: in the threads of the borrowers ({@link BorrowerThreadSource}), or by Agroal, which
 * alone can open XA connections, in a housekeeping thread ({@link XaSource}). Thread-safe.
 */
interface ConnectionSource {

    /** Attaches Agroal's datasource, from which the pool borrows. */
    void attach(AgroalDataSource agroal);

    /** Whether connections, and their handles, are created in the thread of the borrower. */
    boolean opensInBorrowerThread();

    /**
     * Prepares a connection that Agroal can take, for a borrower that found no idle connection.
     *
     * @return false if there is no room for another connection, so the borrower has to wait
     * @throws OpeningFailedException if the login fails, or the thread is interrupted
     */
    boolean open(Lease lease);

    /** Closes a connection that Agroal did not take because an idle connection came free first. */
    void closeUnused(Connection opened);

    /**
     * Opens a connection and closes it.
     *
     * @return false if only Agroal can open connections
     */
    boolean probe() throws SQLException;

    /** Translates the error for a borrower, adding the name of the bind. */
    SQLException translate(SQLException e);

    /** Whether the pool rolls back a transaction that is still open when an enlisted connection is returned. */
    boolean resetsEnlisted();

    /** Whether another server is available when one has become read-only. */
    boolean hasSeveralHosts();

    /** @return null if there is no other host to try when a ping takes long */
    PingLimit pingLimit();

    /** The error of the last attempt to open a connection; null if it succeeded, or if it is not known. */
    NoConnectionException lastFailure();

    /** The error of the last attempt if no server could be reached; null if one was reached, or if it is not known. */
    NoConnectionException unreachable();
}
