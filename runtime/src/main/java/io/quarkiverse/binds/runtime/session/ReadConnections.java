package io.quarkiverse.binds.runtime.session;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

import jakarta.persistence.PersistenceException;

import org.jboss.logging.Logger;

import io.quarkiverse.binds.runtime.readonly.ReadConnection;

/**
 * The connections that read for a unit of work without a transaction. Confined to the thread of its unit of work.
 */
final class ReadConnections {

    private static final Logger LOG = Logger.getLogger("io.quarkiverse.binds.session");

    private final List<ReadConnection> open = new ArrayList<>(0);
    private boolean used;

    void add(ReadConnection connection) {
        open.add(connection);
        used = true;
    }

    void remove(ReadConnection connection) {
        open.remove(connection);
    }

    /** Whether a connection was taken since the last transaction. */
    boolean wereUsed() {
        return used;
    }

    /** Closes what is still read on connections that have joined the transaction: its end returns them. */
    void transactionEnds() {
        used = false;
        for (ReadConnection connection : open) {
            connection.transactionEnds();
        }
    }

    /** Makes the connections that are in use join the transaction that has begun. */
    void transactionBegun() {
        try {
            for (ReadConnection connection : open) {
                connection.transactionBegun();
            }
        } catch (SQLException e) {
            throw new PersistenceException("A connection whose rows are still read cannot join the transaction", e);
        }
    }

    /** Closes the connections that were not closed. */
    void close() {
        for (ReadConnection connection : open) {
            try {
                connection.release();
            } catch (SQLException e) {
                LOG.warn("A connection cannot be returned at the end of its unit of work", e);
            }
        }
        open.clear();
        used = false;
    }
}
