package io.quarkiverse.binds.runtime.dynamic;

import java.time.Duration;
import java.util.Collection;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;

import org.jboss.logging.Logger;

import io.quarkiverse.binds.runtime.config.BindKey;
import io.quarkiverse.binds.runtime.config.BindNames;
import io.quarkiverse.binds.runtime.config.DynamicSettings;
import io.quarkiverse.binds.runtime.dynamic.pool.DatabasePool;
import io.quarkiverse.binds.runtime.dynamic.pool.LeastRecentlyUsed;
import io.quarkiverse.binds.runtime.dynamic.pool.PoolTemplate;
import io.quarkiverse.binds.runtime.failure.NoConnectionException;
import io.quarkus.runtime.ExecutorRecorder;

/**
 * The pools of the open databases of one bind, at most {@code max-open} of them. To add one more, the least recently used pool
 * is closed; if all are in use, the calling thread waits. Thread-safe.
 */
final class BoundedPoolCache {

    private static final Logger LOG = Logger.getLogger("io.quarkiverse.binds");

    /** Interval in which a waiting thread looks for room: a pool that loses its server comes free without a signal. */
    private static final long RECHECK_NANOS = TimeUnit.MILLISECONDS.toNanos(50);

    private static final Duration MIN_SWEEP_INTERVAL = Duration.ofMillis(50);
    private static final Duration MAX_SWEEP_INTERVAL = Duration.ofSeconds(30);
    private static final int MAX_POOLS_IN_MESSAGE = 10;

    private final DynamicSettings settings;
    private final PoolTemplate template;
    private final DatabaseCounters counters;
    private final DatabaseListeners listeners;
    private final ConcurrentMap<String, DatabasePool> pools = new ConcurrentHashMap<>();
    private final ReentrantLock lock = new ReentrantLock(true);
    private final Condition room = lock.newCondition();
    private final AtomicInteger waiting = new AtomicInteger();
    private final AtomicBoolean sweeping = new AtomicBoolean();
    private final DrainingPools draining = new DrainingPools();

    BoundedPoolCache(DynamicSettings settings, PoolTemplate template, DatabaseCounters counters,
            DatabaseListeners listeners) {
        this.listeners = listeners;
        this.settings = settings;
        this.template = template;
        this.counters = counters;
    }

    DatabasePool get(String key) {
        return pools.get(key);
    }

    boolean contains(String key) {
        return pools.containsKey(key);
    }

    Collection<DatabasePool> all() {
        return pools.values();
    }

    int waiting() {
        return waiting.get();
    }

    /**
     * Adds a pool that the calling thread has opened, and holds it for this thread.
     *
     * @param rejected whether the pool must not be added since its key was closed meanwhile
     * @return whether the pool was added
     * @throws NoConnectionException if all others were in use until the deadline; the pool is closed then
     */
    boolean add(DatabasePool pool, Deadline deadline, BooleanSupplier rejected) throws NoConnectionException {
        boolean waits = false;
        while (true) {
            DatabasePool evicted = null;
            lock.lock();
            try {
                if (rejected.getAsBoolean()) {
                    return false;
                }
                if (pools.size() >= settings.maxOpen()) {
                    evicted = evictLeastRecentlyUsed();
                }
                if (pools.size() < settings.maxOpen()) {
                    insert(pool);
                    return true;
                }
                if (!waits) {
                    waits = true;
                    pool.dispose(); // its idle connections count against max-connections
                }
                awaitRoom(pool, deadline);
            } finally {
                lock.unlock();
                if (evicted != null) {
                    shutDown(evicted);
                }
            }
        }
    }

    /** The pool is not added if a listener throws. */
    private void insert(DatabasePool pool) {
        try {
            listeners.opened(pool);
        } catch (Throwable e) {
            room.signal();
            throw e;
        }
        pool.hold();
        pool.onRelease(this::signalRoom);
        pools.put(pool.key(), pool);
        counters.opened.increment();
        scheduleSweep();
    }

    /** Logs a failure: the calling thread may be opening another database, which must not suffer from it. */
    private void shutDown(DatabasePool pool) {
        try {
            pool.shutDown();
        } catch (Throwable e) {
            LOG.errorf(e, "Database '%s' of %s is closed, but some of its connections could not be closed", pool.key(),
                    BindNames.display(settings.bind()));
        }
    }

    private void awaitRoom(DatabasePool pool, Deadline deadline) throws NoConnectionException {
        waiting.incrementAndGet();
        try {
            if (deadline.isOver()) {
                pool.closeNow();
                throw noRoom(pool.key());
            }
            room.awaitNanos(Math.min(RECHECK_NANOS, deadline.remaining()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            pool.closeNow();
            throw new NoConnectionException(settings.bind(), "Interrupted while waiting for room for database '" + pool.key()
                    + "' of " + BindNames.display(settings.bind()));
        } finally {
            waiting.decrementAndGet();
        }
    }

    /** @return null if all pools are in use */
    private DatabasePool evictLeastRecentlyUsed() {
        for (DatabasePool pool : LeastRecentlyUsed.leastRecentlyUsedFirst(pools.values(), DatabasePool::lastUsed)) {
            if (pool.retireIfFree()) {
                removeEntry(pool);
                counters.evicted.increment();
                return pool;
            }
        }
        return null;
    }

    private void removeEntry(DatabasePool pool) {
        pools.remove(pool.key(), pool);
        listeners.closed(pool);
    }

    /** Wakes a thread that waits for room, after a connection was returned to a pool. */
    void signalRoom() {
        if (waiting.get() > 0) {
            lock.lock();
            try {
                room.signal();
            } finally {
                lock.unlock();
            }
        }
    }

    /** @return whether the pool was not in use, and is closed now */
    boolean remove(DatabasePool pool) {
        lock.lock();
        try {
            if (!pool.retireIfFree()) {
                return false;
            }
            removeEntry(pool);
            room.signal();
        } finally {
            lock.unlock();
        }
        shutDown(pool);
        return true;
    }

    /** @return whether the database was open */
    boolean close(String key) {
        DatabasePool pool;
        lock.lock();
        try {
            pool = pools.get(key);
            if (pool != null) {
                removeEntry(pool);
            }
            room.signal();
        } finally {
            lock.unlock();
        }
        if (pool == null) {
            return false;
        }
        closeWhenDrained(pool);
        return true;
    }

    /** Stops lending connections of the pool, and closes it when the last borrowed one is returned. */
    void closeWhenDrained(DatabasePool pool) {
        draining.add(pool);
        // in another thread: the one that returns the last connection is still within the code of the pool
        pool.onRelease(() -> ExecutorRecorder.getCurrent().execute(pool::closeIfDrained));
        pool.close();
    }

    /** Waits until the closed pools of a key have no connection in use. @return false at the timeout, or if interrupted */
    boolean awaitDrained(String key, Duration timeout) {
        return draining.await(key, timeout);
    }

    /** Closes all connections at the end of the application, those in use included. */
    void closeAll() {
        lock.lock();
        try {
            for (DatabasePool pool : pools.values()) {
                removeEntry(pool);
                try {
                    pool.closeNow();
                } catch (Throwable e) {
                    LOG.errorf(e, "Database '%s' of %s could not be closed", pool.key(), BindNames.display(settings.bind()));
                }
            }
        } finally {
            lock.unlock();
        }
    }

    private void scheduleSweep() {
        if (!settings.idleTtl().isZero() && sweeping.compareAndSet(false, true)) {
            long interval = Math.max(MIN_SWEEP_INTERVAL.toNanos(),
                    Math.min(MAX_SWEEP_INTERVAL.toNanos(), settings.idleTtl().toNanos() / 4));
            ((ScheduledExecutorService) ExecutorRecorder.getCurrent()).schedule(this::sweep, interval, TimeUnit.NANOSECONDS);
        }
    }

    /** Closes the pools that were not used for {@code idle-ttl}. */
    private void sweep() {
        sweeping.set(false);
        try {
            long now = System.nanoTime();
            for (DatabasePool pool : pools.values()) {
                if (now - pool.lastUsed() > settings.idleTtl().toNanos() && remove(pool)) {
                    counters.expired.increment();
                }
            }
        } finally {
            if (!pools.isEmpty()) {
                scheduleSweep();
            }
        }
    }

    /** Creates the exception for a thread whose wait for room has timed out. */
    NoConnectionException noRoom(String key) {
        String holders = pools.values().stream().filter(DatabasePool::isInUse).limit(MAX_POOLS_IN_MESSAGE)
                .map(pool -> "'" + pool.key() + "' " + pool.longestHolder()).collect(Collectors.joining(", "));
        return new NoConnectionException(settings.bind(), "Database '" + key + "' of " + BindNames.display(settings.bind())
                + " cannot be opened: all " + settings.maxOpen() + " that may be open were in use for the timeout of "
                + template.timeout().toMillis() + " ms (" + holders + "). Work in them for a shorter time, or set "
                + BindKey.property(settings.bind(), "max-open") + " or " + BindKey.property(settings.bind(), "pool.timeout"));
    }
}
