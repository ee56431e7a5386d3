package io.quarkiverse.binds.runtime.pool;

import java.util.Comparator;
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

/**
 * How many connections the pools of one bind may have at their servers, all together. A pool that needs one more where there is
 * no more takes the place of one at rest, in the pool that was not used for the longest time. Thread-safe.
 */
final class ConnectionBudget {

    /** Whoever waits looks again after this time, since a connection may also go without a word. */
    private static final long LOOK_AGAIN_MICROS = 2_000;

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

    /** Its connections are closed. */
    void remove(Pool pool) {
        pools.remove(pool);
        changed();
    }

    Set<Pool> pools() {
        return pools;
    }

    /** A place for a connection that is to be opened, if there is any; {@link #reserved()} must follow. */
    boolean reserve() {
        lock.lock();
        try {
            if (atServer() + opening >= max) {
                return false;
            }
            opening++;
            return true;
        } finally {
            lock.unlock();
        }
    }

    /** It is open and counts as such, or could not be opened. */
    void reserved() {
        lock.lock();
        try {
            opening--;
        } finally {
            lock.unlock();
        }
        changed();
    }

    /** Has a place made, if one can be, and waits a moment for it. */
    void awaitRoom() {
        waiting.incrementAndGet();
        lock.lock();
        try {
            if (leaving() < waiting.get()) {
                takeFromTheColdest();
            }
            room.await(LOOK_AGAIN_MICROS, TimeUnit.MICROSECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            lock.unlock();
            waiting.decrementAndGet();
        }
    }

    /** A connection came to rest, or is gone. */
    void changed() {
        if (waiting.get() > 0) {
            lock.lock();
            try {
                room.signalAll();
            } finally {
                lock.unlock();
            }
        }
    }

    private void takeFromTheColdest() {
        for (Pool pool : ByLastUse.coldestFirst(pools, Pool::lastUsed)) {
            if (pool.giveUpOne()) {
                return;
            }
        }
    }

    boolean isSpent() {
        return atServer() >= max;
    }

    NoConnectionException spent(PoolSettings settings) {
        String who = pools.stream().filter(pool -> pool.stats().active() > 0)
                .sorted(Comparator.comparingInt((Pool pool) -> pool.stats().active()).reversed()).limit(NAMED)
                .map(pool -> pool.name().database() + " " + pool.stats().active()).collect(Collectors.joining(", "));
        return new NoConnectionException(bind, settings.name().displayFirst() + " has no connection: all " + max
                + " that the databases of " + BindNames.display(bind) + " may have were in use for the timeout of "
                + Admission.seconds(settings.timeout()) + (who.isEmpty() ? "" : " (" + who + ")")
                + ". Borrow them for a shorter time, or set " + BindKey.property(bind, "max-connections") + " or "
                + BindKey.property(bind, "pool.timeout"));
    }

    int waiting() {
        return waiting.get();
    }

    int atServer() {
        int sum = 0;
        for (Pool pool : pools) {
            sum += pool.atServer();
        }
        return sum;
    }

    private int leaving() {
        int sum = 0;
        for (Pool pool : pools) {
            sum += pool.leaving();
        }
        return sum;
    }
}
