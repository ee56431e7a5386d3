package io.quarkiverse.binds.runtime.dynamic.pool;

import java.util.Comparator;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Collectors;

import io.quarkiverse.binds.runtime.config.BindKey;
import io.quarkiverse.binds.runtime.config.BindNames;
import io.quarkiverse.binds.runtime.failure.NoConnectionException;
import io.quarkiverse.binds.runtime.pool.ConnectionLimit;
import io.quarkiverse.binds.runtime.pool.Pool;
import io.quarkiverse.binds.runtime.pool.PoolSettings;

/**
 * Limits the connections of all pools of one bind together. At the limit, a pool that needs another connection makes the least
 * recently used pool close an idle one. Thread-safe.
 */
final class ConnectionBudget implements ConnectionLimit {

    /**
     * Interval in which a waiting borrower checks again, since a connection may also be closed without a call to this class.
     */
    private static final long RECHECK_MICROS = 2_000;

    private static final int NAMED = 10;

    private final String bind;
    private final int max;
    private final Set<Pool> pools = ConcurrentHashMap.newKeySet();
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition room = lock.newCondition();
    private final AtomicInteger waiting = new AtomicInteger();
    private int opening;

    ConnectionBudget(String bind, int max) {
        this.bind = bind;
        this.max = max;
    }

    void add(Pool pool) {
        pools.add(pool);
    }

    /** Removes a pool whose connections are closed. */
    void remove(Pool pool) {
        pools.remove(pool);
        changed();
    }

    Set<Pool> pools() {
        return pools;
    }

    @Override
    public boolean reserve() {
        lock.lock();
        try {
            if (openAtServer() + opening >= max) {
                return false;
            }
            opening++;
            return true;
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void endReservation() {
        lock.lock();
        try {
            opening--;
        } finally {
            lock.unlock();
        }
        changed();
    }

    @Override
    public void awaitRoom() {
        waiting.incrementAndGet();
        lock.lock();
        try {
            if (closing() < waiting.get()) {
                evictLeastRecentlyUsed();
            }
            room.await(RECHECK_MICROS, TimeUnit.MICROSECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            lock.unlock();
            waiting.decrementAndGet();
        }
    }

    @Override
    public void changed() {
        if (waiting.get() > 0) {
            lock.lock();
            try {
                room.signalAll();
            } finally {
                lock.unlock();
            }
        }
    }

    private void evictLeastRecentlyUsed() {
        for (Pool pool : LeastRecentlyUsed.leastRecentlyUsedFirst(pools, Pool::lastUsed)) {
            if (pool.evictOne()) {
                return;
            }
        }
    }

    @Override
    public Optional<NoConnectionException> exhausted(PoolSettings settings) {
        if (openAtServer() < max) {
            return Optional.empty();
        }
        String holders = pools.stream().filter(pool -> pool.stats().active() > 0)
                .sorted(Comparator.comparingInt((Pool pool) -> pool.stats().active()).reversed()).limit(NAMED)
                .map(pool -> pool.name().database() + " " + pool.stats().active()).collect(Collectors.joining(", "));
        return Optional.of(new NoConnectionException(bind, settings.name().displayFirst() + " has no free connection: all "
                + max + " connections of " + BindNames.display(bind) + " were in use for the timeout of "
                + settings.displayTimeout() + (holders.isEmpty() ? "" : " (" + holders + ")")
                + ". Hold connections for a shorter time, or increase " + BindKey.property(bind, "max-connections") + " or "
                + BindKey.property(bind, "pool.timeout")));
    }

    int waiting() {
        return waiting.get();
    }

    int openAtServer() {
        int sum = 0;
        for (Pool pool : pools) {
            sum += pool.openAtServer();
        }
        return sum;
    }

    private int closing() {
        int sum = 0;
        for (Pool pool : pools) {
            sum += pool.closing();
        }
        return sum;
    }
}
