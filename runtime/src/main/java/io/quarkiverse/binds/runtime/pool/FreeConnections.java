package io.quarkiverse.binds.runtime.pool;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.LinkedBlockingDeque;
import java.util.concurrent.TimeUnit;

import io.agroal.api.cache.Acquirable;
import io.agroal.api.cache.ConnectionCache;

/**
 * The connections at rest, the last one returned on top: under light load the others stay untouched, which lets a pool that has
 * grown shrink again. Where none is at rest a new one is opened here, by the thread that wants it, so that a server that
 * refuses is told to this thread at once, and opening one connection does not wait for another. Thread-safe.
 */
final class FreeConnections implements ConnectionCache {

    /** Who gives a connection back lets the next one borrow a moment before the pool has it. */
    private static final int SPINS = 200;

    /** A request gives its connection back a little after its response; opening another one takes several times as long. */
    private static final long PATIENCE_MICROS = 1_000;

    /** What {@link ConnectionCache#get()} cannot throw; whoever borrows takes the cause out. */
    static final class OpeningFailed extends RuntimeException {

        private static final long serialVersionUID = 1L;

        OpeningFailed(SQLException cause) {
            super(null, cause, false, false);
        }

        @Override
        public synchronized SQLException getCause() {
            return (SQLException) super.getCause();
        }
    }

    private final LinkedBlockingDeque<PhysicalConnection> atRest = new LinkedBlockingDeque<>();
    private final PoolSettings settings;
    private final Inventory inventory;
    private final Opener opener;
    private final ConnectionBudget budget;

    /**
     * @param opener null where only the pool itself can open connections
     * @param budget null if it is alone
     */
    FreeConnections(PoolSettings settings, Inventory inventory, Opener opener, ConnectionBudget budget) {
        this.settings = settings;
        this.inventory = inventory;
        this.opener = opener;
        this.budget = budget;
    }

    /**
     * Whoever asks has been admitted, so a connection is at rest or on its way here, or there is room for one more. It is
     * waited
     * for here: the pool, asked while another thread is about to give one back, would miss that it does.
     *
     * @return null where the pool is to create one, of what is prepared
     */
    @Override
    public Acquirable get() {
        Acquirable handler = take(atRest.pollFirst());
        Borrow borrow = Borrow.current();
        if (handler == null && borrow != null && !inventory.isEmpty()) {
            handler = take(awaitReturn());
        }
        while (handler == null && borrow != null && !mayCreate()) {
            handler = take(awaitReturn());
            if (handler == null) {
                borrow.checkTime(settings, budget);
            }
        }
        return handler;
    }

    private boolean mayCreate() {
        return opener == null ? inventory.open() < settings.max() : prepare() || inventory.hasUnknown();
    }

    private PhysicalConnection awaitReturn() {
        try {
            return atRest.pollFirst(PATIENCE_MICROS, TimeUnit.MICROSECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt(); // the pool says so
            return null;
        }
    }

    /** @return whether one is opened for this thread */
    private boolean prepare() {
        if (!inventory.reserve(settings.max())) {
            return false;
        }
        if (budget != null && !budget.reserve()) {
            inventory.reserved();
            budget.awaitRoom();
            return false;
        }
        try {
            Connection before = Borrow.current().prepared(opener.prepare());
            if (before != null) {
                opener.discard(before); // the pool found another one, which was of no use
            }
            return true;
        } catch (SQLException e) {
            throw new OpeningFailed(e);
        } finally {
            inventory.reserved();
            if (budget != null) {
                budget.reserved();
            }
        }
    }

    /**
     * @param first the one on top, null if there is none
     * @return the first one from there on that can be had, null if none can
     */
    private Acquirable take(PhysicalConnection first) {
        PhysicalConnection firstPutBack = null;
        for (PhysicalConnection connection = first; connection != null; connection = atRest.pollFirst()) {
            Acquirable handler = connection.handler();
            if (acquire(handler)) {
                connection.dequeued();
                return handler;
            }
            if (!handler.isAcquirable()) {
                connection.dequeued(); // closed in the meantime
            } else {
                atRest.addLast(connection); // just being looked at, or handed out without having been taken from here
                if (connection == firstPutBack) {
                    return null;
                }
                firstPutBack = firstPutBack == null ? connection : firstPutBack;
            }
        }
        return null;
    }

    private static boolean acquire(Acquirable handler) {
        for (int i = 0; i < SPINS; i++) {
            if (handler.acquire()) {
                return true;
            }
            if (!handler.isAcquirable()) {
                return false;
            }
            Thread.onSpinWait();
        }
        return false;
    }

    @Override
    public void put(Acquirable handler) {
        if (!handler.isAcquirable()) {
            return; // about to be closed
        }
        PhysicalConnection connection = inventory.of(handler);
        connection.returned(handler);
        if (connection.enqueue()) {
            atRest.addFirst(connection);
        }
    }

    @Override
    public void reset() {
        // nothing here belongs to a thread
    }

    /** @return whether there was one to be marked */
    boolean unwantColdest() {
        for (var coldest = atRest.descendingIterator(); coldest.hasNext();) {
            PhysicalConnection connection = coldest.next();
            if (!connection.isUnwanted() && connection.handler().isAcquirable()) {
                connection.unwant();
                return true;
            }
        }
        return false;
    }

    /** Until the one who gave it back has left the pool, and until the pool has closed one that is not to be used again. */
    void awaitRest(PhysicalConnection connection) {
        Acquirable handler = connection.handler();
        long patience = System.nanoTime() + TimeUnit.MICROSECONDS.toNanos(100 * PATIENCE_MICROS);
        while (handler != null && !(handler.isAcquirable() ? handler.acquire() : connection.isClosed())
                && System.nanoTime() - patience < 0) {
            Thread.yield();
        }
    }

    int count() {
        return atRest.size();
    }

    /**
     * Marks the ones that have rested longest, and for a while, as not wanted any more.
     *
     * @return how many
     */
    int unwant(int most, long idleNanos) {
        long now = System.nanoTime();
        int marked = 0;
        for (var coldest = atRest.descendingIterator(); marked < most && coldest.hasNext();) {
            PhysicalConnection connection = coldest.next();
            if (connection.idleNanos(now) >= idleNanos && connection.handler().isAcquirable()) {
                connection.unwant();
                marked++;
            }
        }
        return marked;
    }
}
