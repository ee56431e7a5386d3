package io.quarkiverse.binds.runtime.housekeeping;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.Callable;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;

import io.agroal.api.AgroalDataSourceListener;

/**
 * Runs the tasks of one pool one after the other on shared threads, as the single thread of Agroal's executor does, but creates
 * the handle of a connection in the thread of its borrower, which waits for it anyway. Thread-safe.
 */
final class SerialExecutor extends PoolExecutor {

    private final HousekeptPool pool;
    private final AgroalDataSourceListener[] listeners;
    private final HousekeepingThreads threads;
    private final ReentrantLock lock = new ReentrantLock();

    // guarded by the lock
    private final Queue<FutureTask<?>> urgent = new ArrayDeque<>(2);
    private final Queue<Runnable> tasks = new ArrayDeque<>(2);
    private final List<Future<?>> delayed = new ArrayList<>(2);
    /** Whether a thread runs the tasks, or is about to. */
    private boolean running;
    /** The thread that runs a task of this pool at present. */
    private Thread runner;
    private volatile boolean shutdown;

    SerialExecutor(HousekeptPool pool, AgroalDataSourceListener[] listeners, HousekeepingThreads threads) {
        this.pool = pool;
        this.listeners = listeners;
        this.threads = threads;
        threads.enter();
    }

    @Override
    public ScheduledFuture<?> schedule(Runnable task, long delay, TimeUnit unit) {
        lock.lock();
        try {
            if (shutdown) {
                return null;
            }
            delayed.removeIf(Future::isDone);
            ScheduledFuture<?> scheduled = threads.schedule(() -> execute(task), delay, unit);
            delayed.add(scheduled);
            return scheduled;
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void execute(Runnable task) {
        add(tasks, task);
    }

    @Override
    public void executeNow(Runnable task) {
        addUrgent(new FutureTask<>(task, null));
    }

    @Override
    public <T> Future<T> executeNow(Callable<T> task) {
        FutureTask<T> created = new FutureTask<>(task);
        if (pool.isBorrowing() && !shutdown) {
            created.run();
        } else {
            addUrgent(created);
        }
        return created;
    }

    private void addUrgent(FutureTask<?> task) {
        if (!add(urgent, task)) {
            throw new RejectedExecutionException("The pool is closed");
        }
    }

    private <T extends Runnable> boolean add(Queue<T> queue, T task) {
        lock.lock();
        try {
            if (shutdown) {
                return false;
            }
            queue.add(task);
            if (!running) {
                running = true;
                threads.execute(this::runTasks);
            }
            return true;
        } finally {
            lock.unlock();
        }
    }

    private void runTasks() {
        for (Runnable task = next(); task != null; task = next()) {
            try {
                task.run();
            } catch (Throwable t) {
                for (AgroalDataSourceListener listener : listeners) {
                    listener.onWarning(t);
                }
            }
        }
        pool.forgetClosed();
    }

    private Runnable next() {
        lock.lock();
        try {
            Thread.interrupted(); // the interrupt of a task that was cancelled must not reach the next one
            Runnable task = urgent.isEmpty() ? tasks.poll() : urgent.poll();
            running = task != null;
            runner = running ? Thread.currentThread() : null;
            return task;
        } finally {
            lock.unlock();
        }
    }

    @Override
    public List<Runnable> shutdownNow() {
        lock.lock();
        try {
            if (shutdown) {
                return List.of();
            }
            shutdown = true;
            urgent.forEach(task -> task.cancel(true));
            List<Runnable> left = new ArrayList<>(urgent);
            left.addAll(tasks);
            urgent.clear();
            tasks.clear();
            delayed.forEach(task -> task.cancel(false));
            delayed.clear();
            if (runner != null && runner != Thread.currentThread()) {
                runner.interrupt();
            }
            threads.leave();
            return left;
        } finally {
            lock.unlock();
        }
    }

    @Override
    public boolean isShutdown() {
        return shutdown;
    }
}
