package io.quarkiverse.binds.runtime.pool;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicBoolean;

import io.agroal.api.cache.Acquirable;
import io.agroal.api.transaction.TransactionAware;
import io.quarkiverse.binds.runtime.socket.PeerSocket;

/** One connection to the server, as long as it lives, and what is known of it. */
final class PhysicalConnection {

    private static final int FAREWELL_MILLIS = 1_000;

    private final Connection connection;
    private final PeerSocket socket;
    private final long born = System.nanoTime();
    private final long expires;
    private final AtomicBoolean queued = new AtomicBoolean();
    private volatile long lastUsed = born;
    private final AtomicBoolean lost = new AtomicBoolean();
    private volatile boolean unwanted;
    private volatile boolean discarded;
    private volatile boolean byHand;
    private volatile boolean ofThePool;
    private volatile Acquirable handler;

    /**
     * @param socket null if it cannot be looked at
     * @param lifetimeNanos how old it may become; 0 for no limit
     */
    PhysicalConnection(Connection connection, PeerSocket socket, long lifetimeNanos) {
        this.connection = connection;
        this.socket = socket;
        this.expires = lifetimeNanos;
    }

    /** The pool has opened it without having been asked to, as for a {@code min-size}. */
    void ofThePool() {
        ofThePool = true;
    }

    boolean isUnknown() {
        return ofThePool && handler == null;
    }

    /** The pool's own handle of it, known once it has been borrowed and given back. */
    Acquirable handler() {
        return handler;
    }

    void returned(Acquirable pools) {
        handler = pools;
        lastUsed = System.nanoTime();
    }

    /** @return whether it was not in the queue of those at rest, and now is to be put there */
    boolean enqueue() {
        return queued.compareAndSet(false, true);
    }

    void dequeued() {
        queued.set(false);
    }

    boolean isOlderThan(long instant) {
        return born - instant < 0;
    }

    boolean isExpired(long now) {
        return expires != 0 && now - born >= expires;
    }

    long idleNanos(long now) {
        return now - lastUsed;
    }

    boolean isClosedByPeer() {
        return socket != null && socket.isClosedByPeer();
    }

    /** @return whether it was not known to be lost */
    boolean loseOnce() {
        return lost.compareAndSet(false, true);
    }

    boolean isKnownLost() {
        return lost.get();
    }

    /** It is to be closed at the next occasion. */
    void unwant() {
        unwanted = true;
    }

    boolean isUnwanted() {
        return unwanted;
    }

    boolean isClosed() {
        try {
            return connection.isClosed();
        } catch (SQLException e) {
            return true;
        }
    }

    /** Has the pool close its handle without a word: it warns of one that it finds invalid by itself. */
    void discarded() {
        discarded = true;
        if (handler instanceof TransactionAware pools) {
            pools.setFlushOnly();
        }
    }

    /** It has what its borrower is to have: autocommit is what tells one without a transaction of JTA. */
    void handedOut() {
        try {
            byHand = connection.getAutoCommit(); // what the driver knows, no command
        } catch (SQLException e) {
            byHand = false; // lost, which is its borrower's to find out
        }
    }

    /**
     * Ends a transaction that its borrower has left open, and puts back an autocommit that was switched on by a statement: the
     * next one would neither be in a transaction of its own nor could roll it back.
     */
    void tidy() throws SQLException {
        SessionStatus status = SessionStatus.of(connection);
        if (status == null) {
            return;
        }
        int flags = status.flags(connection);
        boolean autocommit = (flags & SessionStatus.AUTOCOMMIT) != 0;
        // with an error a server says nothing of its state: a statement that fails may have locked what the flags know nothing of
        if ((flags & SessionStatus.IN_TRANSACTION) != 0 || byHand && !autocommit) {
            connection.setAutoCommit(false); // else the driver may refuse to roll back
            connection.rollback();
        } else if (autocommit && !status.isAutocommitKnown(connection)) {
            connection.setAutoCommit(false);
        }
    }

    /** Whoever closes it will not wait for long for a server that has nothing to say to it. */
    void hurryFarewell() {
        try {
            connection.setNetworkTimeout(Runnable::run, FAREWELL_MILLIS);
        } catch (SQLException e) {
            abort();
        }
    }

    /** Whether the pool has been told to close it. */
    boolean isDiscarded() {
        return discarded;
    }

    /** Takes leave of the server. */
    void close() {
        hurryFarewell();
        try {
            connection.close();
        } catch (SQLException e) {
            abort();
        }
    }

    /** Without a word to the server, which may not be there to listen. */
    void abort() {
        lost.set(true);
        if (socket != null) {
            socket.cut();
        }
        try {
            connection.abort(Runnable::run);
        } catch (SQLException | RuntimeException e) {
            // it is of no use any more, and whoever owns its handle closes it once more
        }
    }
}
