package io.quarkiverse.binds.runtime.health;

import java.util.Collection;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Threads for health checks: those of the application may all wait for the server that is down. Their number is bounded by that
 * of the binds and {@link #MAX_PINGING}; none exists without checks in the last seconds. Thread-safe.
 */
final class HealthThreads {

    /** Maximum of databases that are pinged at the same time: each ping takes a fraction of a millisecond if all is well. */
    static final int MAX_PINGING = 8;

    private static final int KEEP_ALIVE_SECONDS = 15;

    private final Queue<Runnable> pings = new ConcurrentLinkedQueue<>();
    private final AtomicInteger pinging = new AtomicInteger();
    private final ThreadPoolExecutor executor;

    HealthThreads() {
        AtomicInteger number = new AtomicInteger();
        ThreadFactory factory = task -> {
            Thread thread = new Thread(task, "binds-health-" + number.incrementAndGet());
            thread.setDaemon(true);
            return thread;
        };
        executor = new ThreadPoolExecutor(0, Integer.MAX_VALUE, KEEP_ALIVE_SECONDS, TimeUnit.SECONDS, new SynchronousQueue<>(),
                factory, new ThreadPoolExecutor.DiscardPolicy()); // discards at the end of the application only
    }

    void run(Runnable task) {
        executor.execute(task);
    }

    /** Runs pings later, unless earlier ones are still in progress. */
    void ping(Collection<Runnable> all) {
        if (all.isEmpty() || !pinging.compareAndSet(0, Math.min(all.size(), MAX_PINGING))) {
            return;
        }
        pings.addAll(all);
        for (int i = pinging.get(); i > 0; i--) {
            executor.execute(this::pingAll);
        }
    }

    private void pingAll() {
        try {
            for (Runnable ping = pings.poll(); ping != null; ping = pings.poll()) {
                ping.run();
            }
        } finally {
            pinging.decrementAndGet();
        }
    }

    void stop() {
        executor.shutdownNow();
    }
}
