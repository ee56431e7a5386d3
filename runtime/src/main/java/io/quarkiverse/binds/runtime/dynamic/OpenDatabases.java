package io.quarkiverse.binds.runtime.dynamic;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Collectors;

import io.quarkiverse.binds.runtime.config.BindKey;
import io.quarkiverse.binds.runtime.config.BindNames;
import io.quarkiverse.binds.runtime.config.DynamicSettings;
import io.quarkiverse.binds.runtime.failure.NoConnectionException;
import io.quarkiverse.binds.runtime.pool.ByLastUse;
import io.quarkiverse.binds.runtime.pool.DatabasePool;
import io.quarkiverse.binds.runtime.pool.PoolTemplate;
import io.quarkus.runtime.ExecutorRecorder;

/**
 * At most so many pools. Where one more is wanted, the one that was not used for the longest time is closed, unless all are in
 * use: then it is waited for. Thread-safe.
 */
final class OpenDatabases {

    /** Who waits for room looks again after this time: a pool may also come free without a word, as one that is lost. */
    private static final long LOOK_AGAIN_NANOS = TimeUnit.MILLISECONDS.toNanos(50);

    private static final Duration SWEEP_AT_LEAST = Duration.ofMillis(50);
    private static final Duration SWEEP_AT_MOST = Duration.ofSeconds(30);
    private static final int NAMED = 10;

    private final DynamicSettings settings;
    private final PoolTemplate template;
    private final Counts counts;
    private final List<DatabaseListener> listeners;
    private final ConcurrentMap<String, DatabasePool> open = new ConcurrentHashMap<>();
    private final ReentrantLock lock = new ReentrantLock(true);
    private final Condition room = lock.newCondition();
    private final AtomicInteger waiting = new AtomicInteger();
    private final AtomicBoolean sweeping = new AtomicBoolean();

    OpenDatabases(DynamicSettings settings, PoolTemplate template, Counts counts, List<DatabaseListener> listeners) {
        this.listeners = listeners;
        this.settings = settings;
        this.template = template;
        this.counts = counts;
    }

    DatabasePool get(String key) {
        return open.get(key);
    }

    boolean contains(String key) {
        return open.containsKey(key);
    }

    Collection<DatabasePool> all() {
        return open.values();
    }

    int waiting() {
        return waiting.get();
    }

    /**
     * Takes in a pool that the calling thread has opened, and holds it for it.
     *
     * @throws NoConnectionException if all others were in use until the deadline; the pool is closed then
     */
    void add(DatabasePool pool, Deadline deadline) throws NoConnectionException {
        boolean waits = false;
        while (true) {
            DatabasePool coldest = null;
            lock.lock();
            try {
                if (open.size() >= settings.maxOpen()) {
                    coldest = takeColdest();
                }
                if (open.size() < settings.maxOpen()) {
                    pool.hold();
                    pool.onLeave(this::left);
                    open.put(pool.key(), pool);
                    listeners.forEach(listener -> listener.opened(settings.bind(), pool.key(), pool::stats));
                    counts.opened.increment();
                    sweepLater();
                    return;
                }
                if (!waits) {
                    waits = true;
                    pool.dispose(); // what waits for others is not to take their connections
                }
                awaitRoom(pool, deadline);
            } finally {
                lock.unlock();
                if (coldest != null) {
                    coldest.shutDown();
                }
            }
        }
    }

    private void awaitRoom(DatabasePool pool, Deadline deadline) throws NoConnectionException {
        waiting.incrementAndGet();
        try {
            if (deadline.isOver()) {
                pool.closeNow();
                throw full(pool.key());
            }
            room.awaitNanos(Math.min(LOOK_AGAIN_NANOS, deadline.remaining()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            pool.closeNow();
            throw new NoConnectionException(settings.bind(), "Interrupted while waiting for room for database '" + pool.key()
                    + "' of " + BindNames.display(settings.bind()));
        } finally {
            waiting.decrementAndGet();
        }
    }

    /** @return null if all are in use */
    private DatabasePool takeColdest() {
        for (DatabasePool pool : ByLastUse.coldestFirst(open.values(), DatabasePool::lastUsed)) {
            if (pool.retireIfFree()) {
                takeOut(pool);
                counts.evicted.increment();
                return pool;
            }
        }
        return null;
    }

    private void takeOut(DatabasePool pool) {
        open.remove(pool.key(), pool);
        listeners.forEach(listener -> listener.closed(settings.bind(), pool.key()));
    }

    /** Somebody has given a connection back, so that somebody else may find room. */
    void left() {
        if (waiting.get() > 0) {
            lock.lock();
            try {
                room.signal();
            } finally {
                lock.unlock();
            }
        }
    }

    /** @return whether nobody used it, and it is closed */
    boolean remove(DatabasePool pool) {
        lock.lock();
        try {
            if (!pool.retireIfFree()) {
                return false;
            }
            takeOut(pool);
            room.signal();
        } finally {
            lock.unlock();
        }
        pool.shutDown();
        return true;
    }

    /** @return whether it was open */
    boolean close(String key) {
        DatabasePool pool;
        lock.lock();
        try {
            pool = open.get(key);
            if (pool != null) {
                takeOut(pool);
            }
            room.signal();
        } finally {
            lock.unlock();
        }
        if (pool == null) {
            return false;
        }
        // not by the one who gives the last one back, whose pool it still is in that moment
        pool.onLeave(() -> ExecutorRecorder.getCurrent().execute(pool::closeIfDeserted));
        pool.close();
        return true;
    }

    void closeAll() {
        lock.lock();
        try {
            for (DatabasePool pool : open.values()) {
                takeOut(pool);
                pool.closeNow();
            }
        } finally {
            lock.unlock();
        }
    }

    private void sweepLater() {
        if (!settings.idleTtl().isZero() && sweeping.compareAndSet(false, true)) {
            long every = Math.max(SWEEP_AT_LEAST.toNanos(),
                    Math.min(SWEEP_AT_MOST.toNanos(), settings.idleTtl().toNanos() / 4));
            ((ScheduledExecutorService) ExecutorRecorder.getCurrent()).schedule(this::sweep, every, TimeUnit.NANOSECONDS);
        }
    }

    private void sweep() {
        sweeping.set(false);
        long now = System.nanoTime();
        for (DatabasePool pool : open.values()) {
            if (now - pool.lastUsed() > settings.idleTtl().toNanos() && remove(pool)) {
                counts.expired.increment();
            }
        }
        if (!open.isEmpty()) {
            sweepLater();
        }
    }

    NoConnectionException full(String key) {
        String who = open.values().stream().filter(DatabasePool::isInUse).limit(NAMED)
                .map(pool -> "'" + pool.key() + "' " + pool.longestHolder()).collect(Collectors.joining(", "));
        return new NoConnectionException(settings.bind(), "Database '" + key + "' of " + BindNames.display(settings.bind())
                + " cannot be opened: all " + settings.maxOpen() + " that may be open were in use for the timeout of "
                + template.timeout().toMillis() + " ms (" + who + "). Work in them for a shorter time, or set "
                + BindKey.property(settings.bind(), "max-open") + " or " + BindKey.property(settings.bind(), "pool.timeout"));
    }
}
