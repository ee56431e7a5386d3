package io.quarkiverse.binds.runtime.pool;

import java.util.Optional;

import io.quarkiverse.binds.runtime.failure.NoConnectionException;

/** A limit on the connections of several pools, all together. Thread-safe. */
public interface ConnectionLimit {

    /** No limit, for a pool that shares its server with no other pool. */
    ConnectionLimit NONE = new ConnectionLimit() {
        @Override
        public boolean reserve() {
            return true;
        }

        @Override
        public void endReservation() {
            // nothing is counted
        }

        @Override
        public void awaitRoom() {
            // there is always room
        }

        @Override
        public void changed() {
            // no thread waits
        }

        @Override
        public Optional<NoConnectionException> exhausted(PoolSettings settings) {
            return Optional.empty();
        }
    };

    /** Reserves room for a connection that is to be opened, if there is any; {@link #endReservation()} must follow. */
    boolean reserve();

    /** Ends a reservation: the connection is open and counted, or could not be opened. */
    void endReservation();

    /** Makes another pool close an idle connection, if there is one, and waits a moment for the room. */
    void awaitRoom();

    /** Wakes waiting threads after a connection was returned or closed. */
    void changed();

    /** The error for a borrower whose timeout is over, if this limit made it wait. */
    Optional<NoConnectionException> exhausted(PoolSettings settings);
}
