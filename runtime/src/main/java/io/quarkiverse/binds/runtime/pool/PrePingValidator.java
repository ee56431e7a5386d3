package io.quarkiverse.binds.runtime.pool;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;

import io.agroal.api.configuration.AgroalConnectionPoolConfiguration.ConnectionValidator;

/**
 * Decides whether an idle connection can be handed out. After a short idle time its socket is checked, after a longer one the
 * server is pinged; connections of a busy pool are not checked at all. Thread-safe.
 */
final class PrePingValidator implements ConnectionValidator {

    /** Idle time below which the socket is not checked, as that costs three system calls. */
    private static final long JUST_USED_NANOS = 1_000_000;

    /** Time in which a server that works usually answers a statement. */
    private static final Duration USUAL_ANSWER = Duration.ofMillis(100);

    private final ConnectionRegistry registry;
    private final ConnectionValidator ping;
    private final boolean prePing;
    private final long pingIdleNanos;
    private final PingLimit limit;
    private final Runnable onLoss;

    /**
     * @param ping pings the server
     * @param limit of a ping; null if there is no other host
     * @param onLoss runs when a connection is found lost
     */
    PrePingValidator(PoolSettings settings, ConnectionRegistry registry, ConnectionValidator ping, PingLimit limit,
            Runnable onLoss) {
        this.registry = registry;
        this.ping = ping;
        this.prePing = settings.prePing();
        this.pingIdleNanos = settings.prePingIdle().toNanos();
        this.limit = limit;
        this.onLoss = onLoss;
    }

    @Override
    public boolean isValid(Connection wrapper) {
        PhysicalConnection connection;
        try {
            connection = registry.find(wrapper.unwrap(Connection.class));
        } catch (SQLException e) {
            connection = null;
        }
        if (connection == null) {
            return !prePing || pingUnlessInterrupted(wrapper);
        }
        if (canBeUsed(connection, wrapper)) {
            return true;
        }
        connection.discard();
        return false;
    }

    private boolean canBeUsed(PhysicalConnection connection, Connection wrapper) {
        long now = System.nanoTime();
        if (connection.isClosed()) {
            return false; // closed by its borrower, through unwrap()
        }
        if (!registry.isUsable(connection) || connection.isExpired(now)) {
            end(connection, now);
            return false;
        }
        long idle = connection.idleNanos(now);
        if (!prePing || idle < JUST_USED_NANOS && idle <= pingIdleNanos) {
            return true;
        }
        if (!connection.isClosedByPeer() && (!needsPing(idle) || answersPing(connection, wrapper))) {
            return true;
        }
        connection.abort();
        if (Interruption.isPending()) {
            registry.lostAlone(); // the ping was interrupted
        } else if (registry.lost(connection)) {
            onLoss.run();
        }
        return false;
    }

    /** With several hosts, also while others have had connections for a while: they may wait for a host that is silent. */
    private boolean needsPing(long idle) {
        return idle > pingIdleNanos
                || limit != null && idle > USUAL_ANSWER.toNanos() && registry.hasOtherLease(USUAL_ANSWER);
    }

    private boolean answersPing(PhysicalConnection connection, Connection wrapper) {
        if (limit == null) {
            return pingUnlessInterrupted(wrapper);
        }
        CompletableFuture<Void> inTime = connection.cutAfter(limit.time());
        boolean answered = pingUnlessInterrupted(wrapper);
        if (inTime.complete(null)) {
            return answered;
        }
        limit.overdue().run();
        return false;
    }

    private void end(PhysicalConnection connection, long now) {
        if (registry.isLost(connection)) {
            connection.abort();
        } else if (connection.isExpired(now)) {
            if (!connection.isMarkedForEviction()) {
                registry.recycled();
            }
            connection.close(); // at once, so that its replacement does not exceed the limit
        } else {
            connection.limitCloseTimeout(); // retired: a housekeeping thread closes it, as there may be many
        }
    }

    /**
     * Pings the server, unless the thread is interrupted, since that would close the connection; the borrowing fails a moment
     * later.
     */
    private boolean pingUnlessInterrupted(Connection wrapper) {
        return Interruption.isPending() || registry.ask(ping, wrapper);
    }
}
