package io.quarkiverse.binds.runtime.pool;

import java.sql.Connection;
import java.util.Collection;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.LongAdder;

import io.agroal.api.cache.Acquirable;
import io.agroal.api.configuration.AgroalConnectionPoolConfiguration.ConnectionValidator;
import io.agroal.pool.ConnectionHandler;
import io.quarkiverse.binds.runtime.socket.PeerSocket;

/**
 * The physical connections of one pool. When one of them is found lost, all that are older are taken for lost too: they were
 * opened to the same server. Thread-safe.
 */
final class Inventory {

    /** So that connections opened together do not all die together, each lives for between 90 % and 100 % of the age set. */
    private static final double SPREAD = 0.1;

    /**
     * Logins at the same time: more of them make the first to be done wait for the others, and a server that is back suffer.
     */
    private static final int AT_ONCE = 3;

    private final long recycleNanos;
    private final Map<Connection, PhysicalConnection> connections = new ConcurrentHashMap<>();
    private final LongAdder created = new LongAdder();
    private final LongAdder lost = new LongAdder();
    private final LongAdder pings = new LongAdder();
    private int opening;
    private volatile long lostBefore = System.nanoTime();
    private volatile long retiredBefore = lostBefore;

    Inventory(PoolSettings settings) {
        this.recycleNanos = settings.recycle().toNanos();
    }

    PhysicalConnection add(Connection connection, PeerSocket socket) {
        connections.values().removeIf(PhysicalConnection::isClosed);
        long lifetime = recycleNanos - (long) (recycleNanos * SPREAD * ThreadLocalRandom.current().nextDouble());
        PhysicalConnection physical = new PhysicalConnection(connection, socket, lifetime);
        connections.put(connection, physical);
        created.increment();
        return physical;
    }

    /** @return null for one that is not known, as those of XA before they were given back */
    PhysicalConnection find(Connection connection) {
        return connections.get(connection);
    }

    /** The one behind a handle of the pool; one that the pool opened by itself is added. */
    PhysicalConnection of(Acquirable handler) {
        Connection connection = ((ConnectionHandler) handler).rawConnection();
        PhysicalConnection physical = connections.get(connection);
        return physical == null ? add(connection, null) : physical;
    }

    /** How many there are at the server, so far as is known here. */
    int open() {
        int open = 0;
        for (PhysicalConnection connection : connections.values()) {
            if (!connection.isDiscarded() && !connection.isClosed()) {
                open++;
            }
        }
        return open;
    }

    /** How many the server has, also of those that are about to be closed. */
    int atServer() {
        int there = 0;
        for (PhysicalConnection connection : connections.values()) {
            if (!connection.isClosed()) {
                there++;
            }
        }
        return there;
    }

    /** How many of those at the server are about to be closed. */
    int leaving() {
        int leaving = 0;
        for (PhysicalConnection connection : connections.values()) {
            if ((connection.isUnwanted() || connection.isDiscarded()) && !connection.isClosed()) {
                leaving++;
            }
        }
        return leaving;
    }

    Collection<PhysicalConnection> all() {
        return connections.values();
    }

    boolean isEmpty() {
        return connections.isEmpty();
    }

    /** Whether the pool has opened one of its own accord, which has never been borrowed and so never come to rest. */
    boolean hasUnknown() {
        return connections.values().stream().anyMatch(connection -> connection.isUnknown() && !connection.isClosed());
    }

    /**
     * A place for one that is to be opened, if there is any; {@link #reserved()} must follow.
     */
    synchronized boolean reserve(int max) {
        if (opening >= AT_ONCE || open() + opening >= max) {
            return false;
        }
        opening++;
        return true;
    }

    /** It is open and counts as such, or could not be opened. */
    synchronized void reserved() {
        opening--;
    }

    /**
     * One is lost.
     *
     * @param connection null if it is not known which
     * @return whether that is news: the others that are older are to be closed as well
     */
    boolean lost(PhysicalConnection connection) {
        lost.increment();
        if (connection != null && connection.isOlderThan(lostBefore)) {
            return false;
        }
        lostBefore = System.nanoTime();
        return true;
    }

    /** All that exist are to be replaced. */
    void retireAll() {
        retiredBefore = System.nanoTime();
    }

    /** Whether it is of no use, so far as is known. */
    boolean isLost(PhysicalConnection connection) {
        return connection.isKnownLost() || connection.isOlderThan(lostBefore);
    }

    /** Whether it is to be replaced although nothing is wrong with it, as all of its age. */
    boolean isRetired(PhysicalConnection connection) {
        return connection.isOlderThan(retiredBefore);
    }

    boolean ask(ConnectionValidator ping, Connection connection) {
        pings.increment();
        return ping.isValid(connection);
    }

    long createdCount() {
        return created.sum();
    }

    long lostCount() {
        return lost.sum();
    }

    long pingCount() {
        return pings.sum();
    }
}
