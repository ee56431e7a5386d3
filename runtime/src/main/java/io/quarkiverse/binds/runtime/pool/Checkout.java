package io.quarkiverse.binds.runtime.pool;

import java.sql.Connection;
import java.sql.SQLException;

import io.agroal.api.configuration.AgroalConnectionPoolConfiguration.ConnectionValidator;

/**
 * Decides whether a connection at rest can be handed out. A busy pool pays nothing for it; one that rested for a moment is
 * looked at, and one that rested for longer is asked. Thread-safe.
 */
final class Checkout implements ConnectionValidator {

    /** Back for so short a time, it worked a moment ago: not worth a look, which is three system calls. */
    private static final long JUST_USED_NANOS = 1_000_000;

    private final Inventory inventory;
    private final ConnectionValidator ping;
    private final boolean prePing;
    private final long pingIdleNanos;
    private final Runnable onLoss;

    /**
     * @param ping asks the server
     * @param onLoss is told when a connection that was taken for good is not
     */
    Checkout(PoolSettings settings, Inventory inventory, ConnectionValidator ping, Runnable onLoss) {
        this.inventory = inventory;
        this.ping = ping;
        this.prePing = settings.prePing();
        this.pingIdleNanos = settings.prePingIdle().toNanos();
        this.onLoss = onLoss;
    }

    @Override
    public boolean isValid(Connection wrapper) {
        PhysicalConnection connection = find(wrapper);
        if (connection == null) {
            return !prePing || asked(wrapper);
        }
        if (isGood(connection, wrapper)) {
            return true;
        }
        connection.discarded();
        return false;
    }

    private boolean isGood(PhysicalConnection connection, Connection wrapper) {
        long now = System.nanoTime();
        if (connection.isClosed()) {
            return false; // by its borrower, past the pool
        }
        if (inventory.isLost(connection)) {
            connection.abort();
            return false;
        }
        if (connection.isExpired(now) || connection.isUnwanted()) {
            connection.close(); // here, so that the one opened in its place is not one too many
            return false;
        }
        if (inventory.isRetired(connection)) {
            connection.hurryFarewell(); // by the pool, in a thread of its own: there may be many
            return false;
        }
        long idle = connection.idleNanos(now);
        if (!prePing || idle < JUST_USED_NANOS && idle <= pingIdleNanos) {
            return true;
        }
        if (!connection.isClosedByPeer() && (idle <= pingIdleNanos || asked(wrapper))) {
            return true;
        }
        connection.abort();
        if (inventory.lost(connection)) {
            onLoss.run();
        }
        return false;
    }

    private PhysicalConnection find(Connection wrapper) {
        try {
            return inventory.find(wrapper.unwrap(Connection.class));
        } catch (SQLException e) {
            return null;
        }
    }

    private boolean asked(Connection wrapper) {
        return inventory.ask(ping, wrapper);
    }
}
