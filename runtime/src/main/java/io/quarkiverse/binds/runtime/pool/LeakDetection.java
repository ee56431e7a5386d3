package io.quarkiverse.binds.runtime.pool;

import java.time.Duration;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

import org.jboss.logging.Logger;

import io.quarkus.runtime.ExecutorRecorder;

/**
 * Logs each connection that is held for too long outside of a transaction, once. Agroal detects them too, but logs them at a
 * level that Quarkus disables. Thread-safe.
 */
final class LeakDetection {

    private static final Logger LOG = Logger.getLogger("io.quarkiverse.binds");

    private final PoolName name;
    private final Duration interval;
    private final ConnectionRegistry registry;
    private final AtomicBoolean planned = new AtomicBoolean();

    /**
     * @param interval the longest time a connection may be held; zero for any
     * @return null if it may be held for any time
     */
    static LeakDetection of(PoolName name, Duration interval, ConnectionRegistry registry) {
        return interval.isZero() ? null : new LeakDetection(name, interval, registry);
    }

    private LeakDetection(PoolName name, Duration interval, ConnectionRegistry registry) {
        this.name = name;
        this.interval = interval;
        this.registry = registry;
    }

    /** Schedules the next check, after a connection was borrowed. */
    void borrowed() {
        if (planned.compareAndSet(false, true)) {
            try {
                ((ScheduledExecutorService) ExecutorRecorder.getCurrent()).schedule(this::checkLeases, interval.toNanos(),
                        TimeUnit.NANOSECONDS);
            } catch (RejectedExecutionException e) {
                planned.set(false); // the application is shutting down; the borrower still gets its connection
            }
        }
    }

    private void checkLeases() {
        planned.set(false);
        boolean borrowed = false;
        for (Lease lease : registry.leases()) {
            PhysicalConnection connection = lease.connection();
            borrowed |= connection != null;
            if (connection != null && !connection.isEnlisted() && lease.held().compareTo(interval) > 0 && lease.reportLeak()) {
                LOG.warnf("%s: thread '%s' has held a connection for %s outside a transaction (leak-detection-interval): close"
                        + " the connection, or use it within a unit of work", name.displayFirst(), lease.thread().getName(),
                        PoolErrors.seconds(lease.held()));
            }
        }
        if (borrowed) {
            borrowed();
        }
    }
}
