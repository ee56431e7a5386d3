package io.quarkiverse.binds.runtime.pool;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicBoolean;

import org.jboss.logging.Logger;

import io.quarkiverse.binds.PoolStats;
import io.quarkiverse.binds.runtime.failure.NoConnectionException;

/** The pool of one database among several of a bind. It can be closed under those who use it without breaking their work. */
public final class DatabasePool {

    private static final Logger LOG = Logger.getLogger("io.quarkiverse.binds");

    private final String key;
    private final Pool pool;
    private final ConnectionBudget budget;
    private final AtomicBoolean shutDown = new AtomicBoolean();
    private final AtomicBoolean trying = new AtomicBoolean();
    private volatile Thread holder;

    DatabasePool(String key, Pool pool, ConnectionBudget budget) {
        this.key = key;
        this.pool = pool;
        this.budget = budget;
        budget.add(pool);
    }

    public String key() {
        return key;
    }

    /**
     * @throws PoolClosedException if it was closed
     */
    public Connection getConnection() throws SQLException {
        return borrow(pool::getConnection);
    }

    /**
     * @throws PoolClosedException if it was closed
     */
    public Connection getReadOnlyConnection() throws SQLException {
        return borrow(pool::getReadOnlyConnection);
    }

    /**
     * One finds out whether the server is there again, the others are not kept waiting: their threads belong to all databases.
     */
    private Connection borrow(FirstConnection.Connections connections) throws SQLException {
        NoConnectionException unreachable = pool.unreachable();
        if (unreachable == null || pool.isInTransaction()) {
            return connections.borrow();
        }
        if (!trying.compareAndSet(false, true)) {
            throw new NoConnectionException(pool.name().bind(), unreachable.getMessage(), unreachable);
        }
        try {
            return connections.borrow();
        } finally {
            trying.set(false);
        }
    }

    /** Opens the first connection, and leaves it at rest. */
    public void connect() throws SQLException {
        pool.connect();
    }

    /** Runs whenever somebody has given a connection back, or got none. It must not use the pool. */
    public void onLeave(Runnable listener) {
        pool.onLeave(listener);
    }

    /** When a connection was borrowed last, by {@link System#nanoTime()}. */
    public long lastUsed() {
        return pool.lastUsed();
    }

    public boolean isInUse() {
        return pool.admission().active() > 0;
    }

    /** Whether its server did not let it open a connection when it was last asked, and it has none. */
    public boolean isDead() {
        return pool.isDown() && pool.atServer() == 0;
    }

    /** Whether the last try to open a connection failed. */
    public boolean isDown() {
        return pool.isDown();
    }

    /** The calling thread is about to borrow: it counts as in use until {@link #release()}. */
    public void hold() {
        holder = Thread.currentThread();
    }

    /** @return whether the calling thread was about to borrow */
    public boolean release() {
        if (holder != Thread.currentThread()) {
            return false;
        }
        holder = null;
        return true;
    }

    /**
     * Lets nobody have a connection any more, unless it is in use. {@link #shutDown()} is to follow.
     *
     * @return whether it is so
     */
    public boolean retireIfFree() {
        return holder == null && pool.admission().closeIfEmpty();
    }

    /** Closes the connections of one that is retired: the server has none when this returns. */
    public void shutDown() {
        shutDownOnce();
    }

    /** Nobody gets a connection any more; those that are borrowed are closed by {@link #closeIfDeserted()}. */
    public void close() {
        pool.admission().close();
        pool.dispose();
        closeIfDeserted();
    }

    /** Closes what is left, if it is to be closed and nobody has a connection any more. */
    public void closeIfDeserted() {
        if (pool.admission().isDeserted()) {
            shutDownOnce();
        }
    }

    private void shutDownOnce() {
        if (shutDown.compareAndSet(false, true)) {
            LOG.debugf("%s is closed", pool.name().displayFirst());
            pool.shutDown();
        }
    }

    /** Also under the hands of those who use it, at the end of the application. */
    public void closeNow() {
        if (shutDown.compareAndSet(false, true)) {
            pool.admission().close();
            pool.close();
            budget.remove(pool);
        }
    }

    public void dispose() {
        pool.dispose();
    }

    /** Whether the server answers on a connection of the pool; true without asking where all are in use. */
    public boolean answers() throws SQLException {
        return pool.isBusy() || pool.answers();
    }

    public PoolStats stats() {
        return pool.stats();
    }

    /** Who has had a connection for the longest time, as in {@code by thread 'x' for 1.20 s}; empty if nobody has one. */
    public String longestHolder() {
        return pool.admission().longest()
                .map(borrow -> "by thread '" + borrow.thread().getName() + "' for " + Admission.seconds(borrow.held()))
                .orElse("");
    }
}
