package io.quarkiverse.binds.runtime.pool;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.LongConsumer;

import org.jboss.logging.Logger;

import io.quarkiverse.binds.runtime.failure.NoConnectionException;
import io.quarkiverse.binds.runtime.pool.Lease.Purpose;

/**
 * Grants at most as many leases as a pool may have connections; further borrowers wait in the order of their requests. Agroal
 * then never makes a borrower wait: there always is an idle connection or room for a new one. Thread-safe.
 */
final class ConnectionPermits {

    private static final Logger LOG = Logger.getLogger("io.quarkiverse.binds");

    /** Interval for the warning about a pool that is too small: it is not logged for each borrower whose timeout is over. */
    private static final Duration LOG_INTERVAL = Duration.ofSeconds(10);

    private final PoolSettings settings;
    private final ConnectionRegistry registry;
    private final ConnectionLimit limit;
    private final Semaphore semaphore;
    private final long timeoutNanos;
    private final LongAdder waits = new LongAdder();
    /** Null if nobody waits for a release but the borrowers of this pool. */
    private volatile Runnable onRelease;
    private volatile LongConsumer onWait;
    private volatile boolean closed;
    private volatile long loggedAt = System.nanoTime() - LOG_INTERVAL.toNanos() - 1;

    ConnectionPermits(PoolSettings settings, ConnectionRegistry registry, ConnectionLimit limit) {
        this.settings = settings;
        this.registry = registry;
        this.limit = limit;
        this.onRelease = limit == ConnectionLimit.NONE ? null : limit::changed;
        this.timeoutNanos = settings.timeout().toNanos();
        this.semaphore = new Semaphore(settings.max(), true);
    }

    /**
     * @throws NoConnectionException if no permit comes free within the timeout, or the thread is interrupted
     * @throws PoolClosedException if the pool is closed
     */
    Lease acquire(Purpose purpose) throws NoConnectionException, PoolClosedException {
        try {
            if (semaphore.tryAcquire(0, TimeUnit.NANOSECONDS)) { // unlike tryAcquire(), never overtakes
                return granted(purpose);
            }
            waits.increment();
            if (!waitForPermit()) {
                throw timedOut();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw PoolErrors.interrupted(settings);
        }
        return granted(purpose);
    }

    /** @return false if the timeout is over */
    private boolean waitForPermit() throws InterruptedException {
        LongConsumer listener = onWait;
        long start = listener == null ? 0 : System.nanoTime();
        try {
            if (timeoutNanos != 0) {
                return semaphore.tryAcquire(timeoutNanos, TimeUnit.NANOSECONDS);
            }
            semaphore.acquire();
            return true;
        } finally {
            if (listener != null) {
                listener.accept(System.nanoTime() - start);
            }
        }
    }

    /** Grants a lease without waiting. @return null if every connection is borrowed, or others wait for one */
    Lease acquireIfFree(Purpose purpose) throws PoolClosedException {
        try {
            return semaphore.tryAcquire(0, TimeUnit.NANOSECONDS) ? granted(purpose) : null;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return null;
        }
    }

    private Lease granted(Purpose purpose) throws PoolClosedException {
        if (closed) {
            semaphore.release();
            throw new PoolClosedException();
        }
        Lease lease = new Lease(purpose);
        registry.add(lease);
        return lease;
    }

    void release(Lease lease) {
        if (registry.remove(lease)) {
            semaphore.release();
        }
        Runnable listener = onRelease;
        if (listener != null) {
            listener.run();
        }
    }

    /** Receives the nanoseconds that each borrower has waited; it must not throw. */
    void onWait(LongConsumer listener) {
        onWait = listener;
    }

    /** Runs after each release of a lease. */
    void onRelease(Runnable listener) {
        onRelease = () -> {
            limit.changed();
            listener.run();
        };
    }

    /**
     * Closes the pool if no connection is borrowed.
     *
     * @return whether it is closed
     */
    boolean closeIfUnused() {
        if (!semaphore.tryAcquire(settings.max())) {
            return false;
        }
        closed = true;
        semaphore.release(settings.max()); // wakes the waiting borrowers, which fail
        return true;
    }

    /** Closes the pool: grants no more leases. */
    void close() {
        closed = true;
    }

    /** Whether the pool is closed and every connection was returned. */
    boolean isDrained() {
        if (!closed || !semaphore.tryAcquire(settings.max())) {
            return false;
        }
        semaphore.release(settings.max());
        return true;
    }

    int waiting() {
        return semaphore.getQueueLength();
    }

    /** Number of borrowers that had to wait, since the start. */
    long waits() {
        return waits.sum();
    }

    private NoConnectionException timedOut() {
        NoConnectionException timedOut = PoolErrors.allLeased(settings, registry.longestLease()
                .map(lease -> "; thread '" + lease.thread().getName() + "' has held one for "
                        + PoolErrors.seconds(lease.held()) + ", the longest")
                .orElse(""));
        long now = System.nanoTime();
        if (now - loggedAt > LOG_INTERVAL.toNanos()) {
            loggedAt = now;
            LOG.warn(timedOut.getMessage());
        }
        return timedOut;
    }
}
