package io.quarkiverse.binds.runtime.housekeeping;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

import io.agroal.api.AgroalDataSourceListener;
import io.agroal.pool.util.PriorityScheduledExecutor;

/** Agroal's executor, for a datasource that is no bind. Thread-safe. */
final class OwnThreadExecutor extends PoolExecutor {

    private final PriorityScheduledExecutor agroals;

    OwnThreadExecutor(int threads, String threadPrefix, AgroalDataSourceListener[] listeners) {
        agroals = new PriorityScheduledExecutor(threads, threadPrefix, listeners);
    }

    @Override
    public ScheduledFuture<?> schedule(Runnable task, long delay, TimeUnit unit) {
        return agroals.schedule(task, delay, unit);
    }

    @Override
    public void execute(Runnable task) {
        agroals.execute(task);
    }

    @Override
    public void executeNow(Runnable task) {
        agroals.executeNow(task);
    }

    @Override
    public <T> Future<T> executeNow(Callable<T> task) {
        return agroals.executeNow(task);
    }

    @Override
    public List<Runnable> shutdownNow() {
        return agroals.shutdownNow();
    }

    @Override
    public boolean isShutdown() {
        return agroals.isShutdown();
    }
}
