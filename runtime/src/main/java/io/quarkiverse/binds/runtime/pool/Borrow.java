package io.quarkiverse.binds.runtime.pool;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;

/** One borrower's right to a connection, from before it has one until it has given it back. */
final class Borrow {

    private final Thread thread = Thread.currentThread();
    private final long since = System.nanoTime();
    private final AtomicBoolean open = new AtomicBoolean(true);
    private volatile PhysicalConnection connection;

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

    Thread thread() {
        return thread;
    }

    Duration held() {
        return Duration.ofNanos(System.nanoTime() - since);
    }
}
