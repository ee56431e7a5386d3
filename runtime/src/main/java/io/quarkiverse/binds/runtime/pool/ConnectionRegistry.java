package io.quarkiverse.binds.runtime.pool;

import java.sql.Connection;
import java.time.Duration;
import java.util.Collection;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.LongAdder;

import io.agroal.api.cache.Acquirable;
import io.agroal.api.configuration.AgroalConnectionPoolConfiguration.ConnectionValidator;
import io.agroal.pool.ConnectionHandler;
import io.quarkiverse.binds.runtime.socket.PeerSocket;

/**
 * Registers the connections and leases of one pool: each connection with its state and its lease, and each lease, including
 * those of borrowers that have no connection yet. {@link ConnectionPermits} is a queue in front of it, {@link IdleConnections}
 * a stack on top of it.
 * <p>
 * If a connection is found lost, all older connections count as lost too, since they lead to the same server. Thread-safe.
 */
final class ConnectionRegistry {

    /**
     * Spread of lifetimes: a connection lives for 90 % to 100 % of the configured age, so connections opened together expire
     * apart.
     */
    private static final double SPREAD = 0.1;

    /** Maximum of concurrent logins: more would delay the first and load a server that has just come back. */
    private static final int MAX_OPENING = 3;

    /** Time in which a pool in full use lends a connection again, unless all its borrowers wait for the server. */
    private static final Duration STANDSTILL = Duration.ofSeconds(2);

    private final long recycleNanos;
    private final Map<Connection, PhysicalConnection> connections = new ConcurrentHashMap<>();
    private final Set<Lease> leases = ConcurrentHashMap.newKeySet();
    private final LongAdder created = new LongAdder();
    private final LongAdder lost = new LongAdder();
    private final LongAdder pings = new LongAdder();
    private final LongAdder recycled = new LongAdder();
    private int opening;
    private volatile long lostBefore = System.nanoTime();
    private volatile boolean readOnly;
    private volatile long readOnlyAt;
    private volatile long retiredBefore = lostBefore;

    ConnectionRegistry(PoolSettings settings) {
        this.recycleNanos = settings.recycle().toNanos();
    }

    PhysicalConnection add(Connection connection, PeerSocket socket) {
        connections.values().removeIf(PhysicalConnection::isGone);
        long lifetime = recycleNanos - (long) (recycleNanos * SPREAD * ThreadLocalRandom.current().nextDouble());
        PhysicalConnection physical = new PhysicalConnection(connection, socket, lifetime);
        connections.put(connection, physical);
        created.increment();
        return physical;
    }

    /** Forgets the connections that Agroal has closed: a closed connection of MySQL still takes 40 KB. */
    void forgetClosed() {
        connections.values().removeIf(connection -> connection.isClosedByAgroal() && connection.isGone());
    }

    /** @return null for an unknown connection, such as an XA connection before its first lease */
    PhysicalConnection find(Connection connection) {
        return connections.get(connection);
    }

    /** @return null if the handle belongs to no connection of this pool */
    PhysicalConnection find(Acquirable handler) {
        return connections.get(((ConnectionHandler) handler).rawConnection());
    }

    /** Returns the connection of a handle of Agroal; registers a connection that Agroal has opened by itself. */
    PhysicalConnection of(Acquirable handler) {
        Connection connection = ((ConnectionHandler) handler).rawConnection();
        PhysicalConnection physical = connections.get(connection);
        return physical == null ? add(connection, null) : physical;
    }

    void add(Lease lease) {
        leases.add(lease);
    }

    /** @return whether the lease was still registered */
    boolean remove(Lease lease) {
        return leases.remove(lease);
    }

    Collection<Lease> leases() {
        return leases;
    }

    Optional<Lease> longestLease() {
        return leases.stream().max(Comparator.comparing(Lease::held));
    }

    /** Whether no connection was lent for a while: if all are borrowed, their borrowers may wait for a silent server. */
    boolean isAtStandstill() {
        return leases.stream().allMatch(lease -> lease.held().compareTo(STANDSTILL) > 0);
    }

    /** Whether another borrower has had a connection for longer than that. */
    boolean hasOtherLease(Duration longerThan) {
        Lease mine = Lease.current();
        return leases.stream()
                .anyMatch(lease -> lease != mine && lease.connection() != null && lease.held().compareTo(longerThan) > 0);
    }

    /** The most recent lease of the calling thread. */
    Optional<Lease> leaseOfThisThread() {
        return leases.stream().filter(lease -> lease.thread() == Thread.currentThread())
                .min(Comparator.comparing(Lease::held));
    }

    /** Number of usable connections, as far as is known. */
    int open() {
        int open = 0;
        for (PhysicalConnection connection : connections.values()) {
            if (!connection.isDiscarded() && !connection.isClosed()) {
                open++;
            }
        }
        return open;
    }

    /** Number of connections at the server, including those about to be closed. */
    int openAtServer() {
        int open = 0;
        for (PhysicalConnection connection : connections.values()) {
            if (!connection.isClosed()) {
                open++;
            }
        }
        return open;
    }

    /** Number of connections about to be closed. */
    int closing() {
        int closing = 0;
        for (PhysicalConnection connection : connections.values()) {
            if ((connection.isMarkedForEviction() || connection.isDiscarded()) && !connection.isClosed()) {
                closing++;
            }
        }
        return closing;
    }

    Collection<PhysicalConnection> all() {
        return connections.values();
    }

    boolean isEmpty() {
        return connections.isEmpty();
    }

    /** Whether Agroal has opened a connection by itself that was never borrowed, and so is in Agroal's own list only. */
    boolean hasCreatedByAgroal() {
        return connections.values().stream()
                .anyMatch(connection -> connection.isOnlyKnownToAgroal() && !connection.isClosed());
    }

    /** Reserves room for a connection that is to be opened, if there is any; {@link #endReservation()} must follow. */
    synchronized boolean reserve(int max) {
        if (opening >= MAX_OPENING || open() + opening >= max) {
            return false;
        }
        opening++;
        return true;
    }

    /** Ends a reservation: the connection is open and counted, or could not be opened. */
    synchronized void endReservation() {
        opening--;
    }

    /**
     * Counts a lost connection.
     *
     * @param connection null if the lost connection is not known
     * @return whether the loss was unknown so far: all older connections are closed as well
     */
    boolean lost(PhysicalConnection connection) {
        lost.increment();
        if (connection != null && connection.isOlderThan(lostBefore)) {
            return false;
        }
        lostBefore = System.nanoTime();
        return true;
    }

    /** Counts a lost connection whose loss has nothing to do with the others. */
    void lostAlone() {
        lost.increment();
    }

    /** Counts a connection that has reached its age. */
    void recycled() {
        recycled.increment();
    }

    long recycledCount() {
        return recycled.sum();
    }

    void abortBorrowed() {
        for (PhysicalConnection connection : all()) {
            if (connection.lease() != null) {
                connection.abort();
            }
        }
    }

    /** Retires all existing connections: each is replaced. */
    void retireAll() {
        retiredBefore = System.nanoTime();
    }

    /** Whether a connection is neither lost, as far as is known, nor retired. */
    boolean isUsable(PhysicalConnection connection) {
        return connection.isUsable(lostBefore, retiredBefore);
    }

    /** Whether the connection is lost, as far as is known. */
    boolean isLost(PhysicalConnection connection) {
        return connection.isLost(lostBefore);
    }

    /** The server has refused a write, since it is no longer the primary. */
    void becameReadOnly() {
        readOnlyAt = System.nanoTime();
        readOnly = true;
    }

    /** Whether it has done so within that time. */
    boolean hasBecomeReadOnly(long withinNanos) {
        return readOnly && System.nanoTime() - readOnlyAt < withinNanos;
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
