package io.quarkiverse.binds.runtime.pool;

import java.time.Duration;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

import io.quarkus.runtime.ExecutorRecorder;

/** Shrinks a pool back to its size after it had overflow connections. Thread-safe. */
final class OverflowEvictor {

    /** Idle time after which an overflow connection is closed. */
    static final Duration IDLE = Duration.ofSeconds(5);

    private final int size;
    private final ConnectionRegistry registry;
    private final IdleConnections idle;
    private final Runnable closeMarked;
    private final AtomicBoolean planned = new AtomicBoolean();

    OverflowEvictor(PoolSettings settings, ConnectionRegistry registry, IdleConnections idle, Runnable closeMarked) {
        this.size = settings.size();
        this.registry = registry;
        this.idle = idle;
        this.closeMarked = closeMarked;
    }

    /** Schedules an eviction, after a connection was returned and more are idle than the size of the pool. */
    void planEviction() {
        if (planned.compareAndSet(false, true)) {
            ((ScheduledExecutorService) ExecutorRecorder.getCurrent()).schedule(this::shrink, IDLE.toMillis(),
                    TimeUnit.MILLISECONDS);
        }
    }

    private void shrink() {
        planned.set(false);
        int excess = registry.open() - size;
        if (excess <= 0) {
            return;
        }
        if (markForEviction(excess) > 0) {
            closeMarked.run();
        }
        if (idle.count() > size) {
            planEviction();
        }
    }

    /**
     * Marks the connections that have been idle for longest.
     *
     * @return the number of marked connections
     */
    private int markForEviction(int most) {
        long now = System.nanoTime();
        int marked = 0;
        for (PhysicalConnection connection : idle.leastRecentlyUsedFirst()) {
            if (marked < most && connection.idleNanos(now) >= IDLE.toNanos() && connection.handler().isAcquirable()) {
                connection.markForEviction();
                marked++;
            }
        }
        return marked;
    }
}
