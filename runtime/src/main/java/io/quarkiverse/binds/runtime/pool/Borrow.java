package io.quarkiverse.binds.runtime.pool;

import java.sql.Connection;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;

import io.quarkiverse.binds.runtime.failure.NoConnectionException;

/** One borrower's right to a connection, from before it has one until it has given it back. */
final class Borrow {

    /** From the one who borrows to where the pool has found or is to find a connection, on the same thread. */
    private static final ThreadLocal<Borrow> CURRENT = new ThreadLocal<>();

    private final Thread thread = Thread.currentThread();
    private final long since = System.nanoTime();
    private final AtomicBoolean open = new AtomicBoolean(true);
    private volatile PhysicalConnection connection;
    private Connection prepared;

    /** The borrow that this thread is about to make; null if there is none. */
    static Borrow current() {
        return CURRENT.get();
    }

    void begin() {
        CURRENT.set(this);
    }

    /** The thread has got a connection, or has not. @return what was opened for it, null if nothing */
    Connection finish() {
        CURRENT.remove();
        Connection opened = prepared;
        prepared = null;
        return opened;
    }

    /** @return what was opened for it before, null if nothing */
    Connection prepared(Connection opened) {
        Connection before = prepared;
        prepared = opened;
        return before;
    }

    /** @return whether it was not over yet */
    boolean end() {
        return open.getAndSet(false);
    }

    void took(PhysicalConnection physical) {
        connection = physical;
    }

    PhysicalConnection connection() {
        return connection;
    }

    /**
     * Waiting for others to open a connection is waiting.
     *
     * @param budget null if there is none
     */
    void checkTime(PoolSettings settings, ConnectionBudget budget) {
        if (!settings.timeout().isZero() && held().compareTo(settings.timeout()) > 0) {
            if (budget != null && budget.isSpent()) {
                throw new FreeConnections.OpeningFailed(budget.spent(settings));
            }
            throw new FreeConnections.OpeningFailed(new NoConnectionException(settings.bind(),
                    settings.name().displayFirst() + " has no connection: its server has not answered for "
                            + Admission.seconds(settings.timeout())));
        }
        if (thread.isInterrupted()) {
            throw new FreeConnections.OpeningFailed(new NoConnectionException(settings.bind(),
                    "Interrupted while waiting for a connection of " + settings.name().display()));
        }
    }

    Thread thread() {
        return thread;
    }

    Duration held() {
        return Duration.ofNanos(System.nanoTime() - since);
    }
}
