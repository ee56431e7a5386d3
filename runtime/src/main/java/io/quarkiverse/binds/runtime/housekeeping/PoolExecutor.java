package io.quarkiverse.binds.runtime.housekeeping;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

import io.agroal.api.AgroalDataSourceListener;
import io.agroal.api.configuration.AgroalConnectionPoolConfiguration;

/**
 * Runs the background tasks of one pool of Agroal, in place of {@code PriorityScheduledExecutor}, which is final and starts a
 * thread for each pool. The build changes the class {@code ConnectionPool} of Agroal to call this class, so its methods have
 * the names and types of Agroal's. Thread-safe.
 */
public abstract class PoolExecutor {

    PoolExecutor() {
    }

    /**
     * Makes the executor of a pool: on shared threads for the pool of a bind, with a thread of its own for any other, whose
     * connections are opened in that thread.
     */
    public static PoolExecutor of(int threads, String threadPrefix, AgroalDataSourceListener[] listeners,
            AgroalConnectionPoolConfiguration configuration) {
        return configuration.connectionCache() instanceof HousekeptPool pool
                ? new SerialExecutor(pool, listeners, HousekeepingThreads.SHARED)
                : new OwnThreadExecutor(threads, threadPrefix, listeners);
    }

    /** Number of open pools that share the threads. */
    public static int pools() {
        return HousekeepingThreads.SHARED.pools();
    }

    /** @return null if the pool is closed */
    public abstract ScheduledFuture<?> schedule(Runnable task, long delay, TimeUnit unit);

    /** Runs a task after those that were given before; not at all if the pool is closed. */
    public abstract void execute(Runnable task);

    /**
     * Runs a task before those that {@link #execute} was given.
     *
     * @throws RejectedExecutionException if the pool is closed
     */
    public abstract void executeNow(Runnable task);

    /**
     * Runs a task before those that {@link #execute} was given.
     *
     * @throws RejectedExecutionException if the pool is closed
     */
    public abstract <T> Future<T> executeNow(Callable<T> task);

    /** Ends the tasks of a pool that is closed. @return those that did not run */
    public abstract List<Runnable> shutdownNow();

    public abstract boolean isShutdown();
}
