package io.quarkiverse.binds.runtime.housekeeping;

import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The threads shared by all pools of the application. They start with the first task, end when there has been nothing to do for
 * a while, and at the latest with the last pool. Thread-safe.
 */
final class HousekeepingThreads {

    /** Static, since Agroal passes on to its executor nothing that belongs to the application. */
    static final HousekeepingThreads SHARED = new HousekeepingThreads();

    /** Time after which a thread without a task ends. */
    static final int KEEP_ALIVE_SECONDS = 10;

    private int pools;
    private volatile ScheduledThreadPoolExecutor timer;
    private volatile HousekeepingWorkers workers;

    /** A pool begins to use the threads; {@link #leave()} must follow. */
    synchronized void enter() {
        if (pools++ == 0) {
            timer = new ScheduledThreadPoolExecutor(1, daemons("binds-housekeeping-timer"));
            timer.setKeepAliveTime(KEEP_ALIVE_SECONDS, TimeUnit.SECONDS);
            timer.allowCoreThreadTimeOut(true);
            timer.setRemoveOnCancelPolicy(true);
            workers = new HousekeepingWorkers(timer, daemons("binds-housekeeping-"));
        }
    }

    synchronized void leave() {
        if (--pools == 0) {
            timer.shutdownNow();
            workers.shutdown();
            timer = null;
            workers = null;
        }
    }

    synchronized int pools() {
        return pools;
    }

    /** Runs the tasks of a pool that has entered and not left. */
    void execute(Runnable tasks) {
        workers.execute(tasks);
    }

    /** Runs a short task of a pool that has entered and not left, later. */
    ScheduledFuture<?> schedule(Runnable task, long delay, TimeUnit unit) {
        return timer.schedule(task, delay, unit);
    }

    private static ThreadFactory daemons(String name) {
        AtomicInteger count = new AtomicInteger();
        return task -> {
            Thread thread = new Thread(task, name.endsWith("-") ? name + count.incrementAndGet() : name);
            thread.setDaemon(true);
            return thread;
        };
    }
}
