package io.quarkiverse.binds.runtime.housekeeping;

import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;

/**
 * One thread for the tasks of all pools, and another one for each 100 ms in which no pool was finished and others waited: a
 * logout from a server that does not answer, or the login of an XA connection, then delays no other pool for longer.
 * <p>
 * These are no virtual threads, where the JDK has them: a driver that waits within {@code synchronized} would occupy one of the
 * few carrier threads of the application. Thread-safe.
 */
final class HousekeepingWorkers extends ThreadPoolExecutor {

    private static final int MOST = 8;
    private static final long STALL_MILLIS = 100;

    private final ScheduledExecutorService timer;
    private final AtomicLong finished = new AtomicLong();
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
        watch();
    }

    private void watch() {
        if (!getQueue().isEmpty() && watched.compareAndSet(false, true)) {
            long before = finished.get();
            timer.schedule(() -> addThreadIfStalled(before), STALL_MILLIS, TimeUnit.MILLISECONDS);
        }
    }

    private void addThreadIfStalled(long before) {
        watched.set(false);
        if (finished.get() == before && !getQueue().isEmpty()) {
            setCorePoolSize(Math.min(getPoolSize() + 1, MOST));
            prestartCoreThread();
        }
        watch();
    }

    @Override
    protected void afterExecute(Runnable tasks, Throwable t) {
        finished.incrementAndGet();
        if (getCorePoolSize() > 1 && getQueue().isEmpty()) {
            setCorePoolSize(1); // the further threads end when they have been idle for a while
        }
    }
}
