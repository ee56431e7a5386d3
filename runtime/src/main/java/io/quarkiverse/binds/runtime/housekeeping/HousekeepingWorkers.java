package io.quarkiverse.binds.runtime.housekeeping;

import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * One thread for the tasks of all pools, and another one for each 100 ms that a pool has waited for its turn: a logout from a
 * server that does not answer, the login of an XA connection, or pings for a thousand pools then delay no other pool for
 * longer.
 * <p>
 * These are no virtual threads, where the JDK has them: a driver that waits within {@code synchronized} would occupy one of the
 * few carrier threads of the application. Thread-safe.
 */
final class HousekeepingWorkers extends ThreadPoolExecutor {

    private static final int MOST = 8;
    private static final long PATIENCE_MILLIS = 100;

    private final ScheduledExecutorService timer;
    private final AtomicBoolean watched = new AtomicBoolean();

    HousekeepingWorkers(ScheduledExecutorService timer, ThreadFactory factory) {
        super(1, MOST, HousekeepingThreads.KEEP_ALIVE_SECONDS, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), factory,
                new DiscardPolicy());
        allowCoreThreadTimeOut(true);
        this.timer = timer;
    }

    @Override
    public void execute(Runnable tasks) {
        super.execute(tasks);
        watch(tasks);
    }

    private void watch(Runnable tasks) {
        if (!getQueue().isEmpty() && watched.compareAndSet(false, true)) {
            timer.schedule(() -> addThreadIfWaiting(tasks), PATIENCE_MILLIS, TimeUnit.MILLISECONDS);
        }
    }

    private void addThreadIfWaiting(Runnable tasks) {
        watched.set(false);
        Runnable next = getQueue().peek();
        if (next != null && getQueue().contains(tasks)) {
            setCorePoolSize(Math.min(getPoolSize() + 1, MOST));
            prestartCoreThread();
            watch(tasks);
        } else if (next != null) {
            watch(next);
        }
    }

    @Override
    protected void afterExecute(Runnable tasks, Throwable t) {
        if (getCorePoolSize() > 1 && getQueue().isEmpty()) {
            setCorePoolSize(1); // the further threads end when they have been idle for a while
        }
    }
}
