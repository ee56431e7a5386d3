package io.quarkiverse.binds.runtime.pool;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;

import io.agroal.api.cache.Acquirable;
import io.agroal.api.transaction.TransactionAware;
import io.quarkiverse.binds.runtime.socket.PeerSocket;

/** A connection to the server with its state: leased, being returned or idle, lost or marked for eviction. Thread-safe. */
final class PhysicalConnection {

    private static final int CLOSE_TIMEOUT_MILLIS = 1_000;

    private final Connection connection;
    private final PeerSocket socket;
    private final SessionReset session;
    private final long born = System.nanoTime();
    private final long lifetimeNanos;
    private final AtomicReference<Lease> lease = new AtomicReference<>();
    private final AtomicBoolean returning = new AtomicBoolean();
    private final AtomicBoolean queued = new AtomicBoolean();
    private final AtomicBoolean lost = new AtomicBoolean();
    private volatile long lastUsed = born;
    private volatile boolean markedForEviction;
    private volatile boolean discarded;
    private volatile boolean createdByAgroal;
    /** Whether the idle connection is in autocommit mode. */
    private volatile boolean autocommit;
    private volatile Acquirable handler;

    /**
     * @param socket null if the socket is not accessible
     * @param lifetimeNanos the maximum age; 0 for no limit
     */
    PhysicalConnection(Connection connection, PeerSocket socket, long lifetimeNanos) {
        this.connection = connection;
        this.socket = socket;
        this.session = new SessionReset(connection);
        this.lifetimeNanos = lifetimeNanos;
    }

    /** Marks the connection as opened by Agroal itself, as for a {@code min-size}. */
    void setCreatedByAgroal() {
        createdByAgroal = true;
    }

    boolean isOnlyKnownToAgroal() {
        return createdByAgroal && handler == null;
    }

    /** Whether the borrower has set the connection read-only; drivers know this without a command to the server. */
    boolean isReadOnly() {
        try {
            return connection.isReadOnly();
        } catch (SQLException e) {
            return false; // the connection is closed
        }
    }

    /**
     * Assigns the connection to a lease.
     *
     * @param enlisted whether JTA ends its transaction
     * @return the previous lease, left by a borrower that failed after it got the connection; null if there was none
     */
    Lease lease(Lease borrower, boolean enlisted) {
        session.begin(enlisted);
        borrower.assign(this);
        return lease.getAndSet(borrower);
    }

    /**
     * Switches autocommit on, unless it is on. The pool leaves it so, and lends the connection to a query again if it can:
     * switching costs a command on MySQL.
     */
    void commitEachStatement() throws SQLException {
        if (!connection.getAutoCommit()) {
            connection.setAutoCommit(true);
        }
        autocommit = true;
    }

    /**
     * Whether the idle connection can be lent without a command that switches its mode: to read it is lent in autocommit mode.
     */
    boolean suits(Lease.Purpose purpose) {
        return autocommit == (purpose == Lease.Purpose.READ) || !session.switchCostsCommand();
    }

    /** The current lease; null without a borrower, or if the connection was borrowed past the pool. */
    Lease lease() {
        return lease.get();
    }

    /** Ends the lease, unless the connection has a newer one. */
    void endLease(Lease borrower) {
        lease.compareAndSet(borrower, null);
    }

    /**
     * Marks the connection as idle.
     *
     * @param agroals Agroal's handle of the connection
     */
    void rest(Acquirable agroals) {
        handler = agroals;
        autocommit = autocommit && session.isAutocommit();
        lastUsed = System.nanoTime();
    }

    /** Agroal's handle of the connection; null before its first return. */
    Acquirable handler() {
        return handler;
    }

    /**
     * Begins the return of the connection; the next call is Agroal's nested call within that return.
     *
     * @return false for the nested call, after which another borrower may have the connection a moment later
     */
    boolean beginReturn() {
        boolean begun = returning.compareAndSet(false, true);
        if (!begun) {
            returning.set(false);
        }
        return begun;
    }

    /** @return whether the connection was not in the queue of idle connections, and has to be added now */
    boolean enqueue() {
        return queued.compareAndSet(false, true);
    }

    void dequeued() {
        queued.set(false);
    }

    boolean isOlderThan(long instant) {
        return born - instant < 0;
    }

    /** Whether the connection is replaced, since it is too old or was chosen to make room. */
    boolean isExpired(long now) {
        return markedForEviction || lifetimeNanos != 0 && now - born >= lifetimeNanos;
    }

    long idleNanos(long now) {
        return now - lastUsed;
    }

    boolean isClosedByPeer() {
        return socket != null && socket.isClosedByPeer();
    }

    /** @return whether the loss was unknown so far */
    boolean markLost() {
        return lost.compareAndSet(false, true);
    }

    /** @param lostBefore the time of the last loss: connections opened before are lost as well */
    boolean isLost(long lostBefore) {
        return lost.get() || born - lostBefore < 0;
    }

    /** Whether the connection is neither lost, nor older than the given times, nor marked for eviction. */
    boolean isUsable(long lostBefore, long retiredBefore) {
        return !lost.get() && !markedForEviction && born - lostBefore >= 0 && born - retiredBefore >= 0;
    }

    /** Marks the connection to be closed at its next check. */
    void markForEviction() {
        markedForEviction = true;
    }

    boolean isMarkedForEviction() {
        return markedForEviction;
    }

    boolean isClosed() {
        try {
            return connection.isClosed();
        } catch (SQLException e) {
            return true;
        }
    }

    /** Whether the connection is closed and has no borrower that will return it. */
    boolean isGone() {
        return lease.get() == null && isClosed();
    }

    /** Whether Agroal's handle of the connection cannot be acquired any more. */
    boolean isClosedByAgroal() {
        return handler != null && !handler.isAcquirable();
    }

    /** Makes Agroal close the handle silently: Agroal logs a warning for a handle that it finds invalid by itself. */
    void discard() {
        discarded = true;
        if (handler instanceof TransactionAware agroals) {
            agroals.setFlushOnly();
        }
    }

    /** Whether Agroal has to close the handle. */
    boolean isDiscarded() {
        return discarded;
    }

    /** Whether JTA ends the transaction of the borrower. */
    boolean isEnlisted() {
        return session.isEnlisted();
    }

    /** Rolls back a transaction that the borrower left open; see {@link SessionReset}. */
    void resetSession(boolean enlistedAsWell) throws SQLException {
        if (enlistedAsWell || !session.isEnlisted()) {
            session.run();
        }
    }

    /** Bounds {@code close()} to 1 s by a network timeout, for a server that does not answer. */
    void limitCloseTimeout() {
        try {
            connection.setNetworkTimeout(Runnable::run, CLOSE_TIMEOUT_MILLIS);
        } catch (SQLException e) {
            abort();
        }
    }

    /** Logs out from the server. */
    void close() {
        limitCloseTimeout();
        try {
            connection.close();
        } catch (SQLException e) {
            abort();
        }
    }

    /** Ends the wait of a command when the time is over, unless the result is completed before. */
    CompletableFuture<Void> cutAfter(Duration time) {
        CompletableFuture<Void> inTime = new CompletableFuture<>();
        inTime.orTimeout(time.toNanos(), TimeUnit.NANOSECONDS).exceptionally(timeout -> {
            if (socket != null) {
                socket.cut();
            }
            return null;
        });
        return inTime;
    }

    /** Closes the connection without a command to the server, which may not answer. */
    void abort() {
        lost.set(true);
        if (socket != null) {
            socket.cut();
        }
        try {
            connection.abort(Runnable::run);
        } catch (SQLException | RuntimeException e) {
            // ignored: the connection is discarded, and Agroal closes its handle as well
        }
    }
}
