package io.quarkiverse.binds.runtime.pool;

import java.time.Duration;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

import io.quarkus.runtime.ExecutorRecorder;

/** Brings a pool back to its size after it had more connections than that. Thread-safe. */
final class Overflow {

    /** An overflow connection that rested for so long is closed. */
    static final Duration IDLE = Duration.ofSeconds(5);

    private final PoolSettings settings;
    private final Inventory inventory;
    private final FreeConnections free;
    private final Runnable closeUnwanted;
    private final AtomicBoolean planned = new AtomicBoolean();

    Overflow(PoolSettings settings, Inventory inventory, FreeConnections free, Runnable closeUnwanted) {
        this.settings = settings;
        this.inventory = inventory;
        this.free = free;
        this.closeUnwanted = closeUnwanted;
    }

    /** A connection has come back. */
    void cameBack() {
        if (free.count() > settings.size() && planned.compareAndSet(false, true)) {
            ((ScheduledExecutorService) ExecutorRecorder.getCurrent()).schedule(this::shrink, IDLE.toMillis(),
                    TimeUnit.MILLISECONDS);
        }
    }

    private void shrink() {
        planned.set(false);
        int excess = inventory.open() - settings.size();
        if (excess <= 0) {
            return;
        }
        if (free.unwant(excess, IDLE.toNanos()) > 0) {
            closeUnwanted.run();
        }
        cameBack();
    }
}
