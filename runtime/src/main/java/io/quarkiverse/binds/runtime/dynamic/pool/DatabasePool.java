package io.quarkiverse.binds.runtime.dynamic.pool;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;

import org.jboss.logging.Logger;

import io.quarkiverse.binds.PoolStats;
import io.quarkiverse.binds.runtime.failure.NoConnectionException;
import io.quarkiverse.binds.runtime.pool.Pool;
import io.quarkiverse.binds.runtime.pool.PoolClosedException;
import io.quarkiverse.binds.runtime.readonly.ReadSource;

/**
 * The pool of one database on the fly. It can be closed while it is used: borrowed connections remain open until they are
 * returned.
 */
public final class DatabasePool {

    private static final Logger LOG = Logger.getLogger("io.quarkiverse.binds");

    private final String key;
    private final long generation;
    private final PoolTarget target;
    private final Pool pool;
    private final ConnectionBudget budget;
    private final AtomicBoolean shutDown = new AtomicBoolean();
    private final CompletableFuture<Void> closed = new CompletableFuture<>();
    private final AtomicBoolean trying = new AtomicBoolean();
    private volatile Thread holder;

    DatabasePool(String key, long generation, PoolTarget target, Pool pool, ConnectionBudget budget) {
        this.key = key;
        this.generation = generation;
        this.target = target;
        this.pool = pool;
        this.budget = budget;
        budget.add(pool);
    }

    public String key() {
        return key;
    }

    /** The generation of the database, greater than that of another database that its key had before. */
    public long generation() {
        return generation;
    }

    /** The address of the database and its own settings. */
    public PoolTarget target() {
        return target;
    }

    /**
     * @throws PoolClosedException if it was closed
     */
    public Connection getConnection() throws SQLException {
        return borrow(pool::getConnection, false);
    }

    /**
     * A connection to prepare the database, which may be opened in a read-only unit of work.
     *
     * @throws PoolClosedException if it was closed
     */
    public Connection getUncheckedConnection() throws SQLException {
        return borrow(pool::getUncheckedConnection, false);
    }

    /**
     * A connection to hold a lock of the server, in the mode in which the pool keeps it, which costs no command: a statement
     * that reads or writes a table would begin a transaction.
     *
     * @throws PoolClosedException if it was closed
     */
    public Connection getHeldConnection() throws SQLException {
        return borrow(pool::getHeldConnection, false);
    }

    /**
     * @throws PoolClosedException if it was closed
     */
    public Connection getReadOnlyConnection() throws SQLException {
        return borrow(pool::getReadOnlyConnection, false);
    }

    /**
     * Lends a connection for queries outside of every transaction.
     *
     * @throws PoolClosedException if it was closed
     */
    public ReadSource.Loan lendForReading() throws SQLException {
        return borrow(pool::lendForReading, true);
    }

    private interface Borrowing<T> {
        T borrow() throws SQLException;
    }

    /**
     * Borrows a connection. While the server is down one thread tries to connect and others fail at once, since they are shared
     * by all databases.
     */
    private <T> T borrow(Borrowing<T> borrowing, boolean outsideTransaction) throws SQLException {
        NoConnectionException unreachable = pool.unreachable();
        if (unreachable == null || !outsideTransaction && pool.isInTransaction()) {
            return borrowing.borrow();
        }
        if (!trying.compareAndSet(false, true)) {
            throw new NoConnectionException(pool.name().bind(), unreachable.getMessage(), unreachable);
        }
        try {
            return borrowing.borrow();
        } finally {
            trying.set(false);
        }
    }

    /** Opens the first connection and leaves it idle. */
    public void connect() throws SQLException {
        pool.getHeldConnection().close();
    }

    /** Runs after each return of a connection, and after each borrowing that failed. It must not use the pool. */
    public void onRelease(Runnable listener) {
        pool.onRelease(listener);
    }

    /** Time of the last borrowing, by {@link System#nanoTime()}. */
    public long lastUsed() {
        return pool.lastUsed();
    }

    public boolean isInUse() {
        return pool.isInUse();
    }

    /** Whether the last attempt to open a connection failed and the pool has no connection. */
    public boolean isDead() {
        return pool.lastFailure() != null && pool.openAtServer() == 0;
    }

    /** Marks the pool as in use until {@link #release()}, since the calling thread is about to borrow. */
    public void hold() {
        holder = Thread.currentThread();
    }

    /** @return whether the calling thread held the pool */
    public boolean release() {
        if (holder != Thread.currentThread()) {
            return false;
        }
        holder = null;
        return true;
    }

    /**
     * Stops lending, unless a connection is borrowed. {@link #shutDown()} must follow.
     *
     * @return whether the pool is retired
     */
    public boolean retireIfFree() {
        return holder == null && pool.stopIfUnused();
    }

    /** Closes the connections of a retired pool: the server has none when this returns. */
    public void shutDown() {
        shutDownOnce();
    }

    /** Stops lending; borrowed connections are closed by {@link #closeIfDrained()}. */
    public void close() {
        pool.stop();
        pool.dispose();
        closeIfDrained();
    }

    /** Closes the remaining connections, if the pool is closed and all were returned. */
    public void closeIfDrained() {
        if (pool.isDrained()) {
            shutDownOnce();
        }
    }

    private void shutDownOnce() {
        if (shutDown.compareAndSet(false, true)) {
            LOG.debugf("%s is closed", pool.name().displayFirst());
            try {
                pool.shutDown();
                budget.remove(pool);
            } finally {
                closed.complete(null);
            }
        }
    }

    /** Completes when the pool has stopped lending and all connections were returned. */
    public CompletableFuture<Void> closed() {
        return closed;
    }

    /** Closes all connections, borrowed ones included, at the end of the application. */
    public void closeNow() {
        if (shutDown.compareAndSet(false, true)) {
            pool.stop();
            pool.close();
            budget.remove(pool);
        }
    }

    public void dispose() {
        pool.dispose();
    }

    /** Whether the server answers on a connection of the pool; true without a ping if all are in use. */
    public boolean answers() throws SQLException {
        return pool.isAvailable();
    }

    /**
     * Pings the server on an idle connection; without one it does nothing. It does not count as a use, so the pool is closed as
     * soon as without pings.
     *
     * @throws SQLException if the server does not answer, and no other connection can be opened
     */
    public void pingIfIdle() throws SQLException {
        if (pool.stats().idle() > 0 && !pool.isAvailable()) {
            pool.canOpen();
        }
    }

    /** The error of the last attempt to open a connection; null if it succeeded. */
    public NoConnectionException lastFailure() {
        return pool.lastFailure();
    }

    public PoolStats stats() {
        return pool.stats();
    }

    /** The thread that has held a connection for longest, as in {@code by thread 'x' for 1.20 s}; empty if there is none. */
    public String longestHolder() {
        return pool.longestLease();
    }
}
