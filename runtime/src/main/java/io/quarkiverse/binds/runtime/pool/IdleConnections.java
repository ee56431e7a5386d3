package io.quarkiverse.binds.runtime.pool;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

import io.agroal.api.cache.Acquirable;
import io.agroal.api.cache.ConnectionCache;
import io.quarkiverse.binds.runtime.housekeeping.HousekeptPool;

/**
 * The idle connections of one pool as a stack, the last one returned on top: under light load the others stay unused, so a pool
 * that has grown can shrink again. Agroal asks this cache first, in the thread of the borrower. If no connection is idle, the
 * source opens one in that thread: the borrower gets the error of a server that refuses, and no login waits for another.
 * Thread-safe.
 */
final class IdleConnections implements ConnectionCache, HousekeptPool {

    /**
     * Time to wait for a returned connection before a new one is opened: a request returns its connection shortly after its
     * response, and a login takes several times as long.
     */
    private static final long PATIENCE_MICROS = 1_000;

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition offered = lock.newCondition();
    /** Guarded by the lock, as are the flags of the connections that mark them as queued here. */
    private final ArrayDeque<PhysicalConnection> idle = new ArrayDeque<>();
    private final LongAdder missed = new LongAdder();
    private final PoolSettings settings;
    private final ConnectionRegistry registry;
    private final ConnectionSource source;
    private final ConnectionLimit limit;

    IdleConnections(PoolSettings settings, ConnectionRegistry registry, ConnectionSource source, ConnectionLimit limit) {
        this.settings = settings;
        this.registry = registry;
        this.source = source;
        this.limit = limit;
    }

    /**
     * Takes an idle connection, or has the source open one. A borrower with a permit is entitled to one of these. If neither is
     * possible, since Agroal is just checking the idle connection or closing a returned one, the borrower waits here.
     *
     * @return null if Agroal has to create a handle, for the connection that the source has opened
     */
    @Override
    public Acquirable get() {
        Acquirable handler = poll();
        if (handler != null) {
            return handler;
        }
        Lease lease = Lease.current();
        if (lease == null) {
            return null;
        }
        if (!registry.isEmpty()) {
            handler = await();
        }
        while (handler == null && !source.open(lease)) {
            handler = await();
            if (handler == null) {
                checkTime(lease);
            }
        }
        return handler;
    }

    @Override
    public boolean isBorrowing() {
        return source.opensInBorrowerThread() && Lease.current() != null;
    }

    @Override
    public void forgetClosed() {
        registry.forgetClosed();
        lock.lock();
        try {
            for (Iterator<PhysicalConnection> all = idle.iterator(); all.hasNext();) {
                PhysicalConnection connection = all.next();
                if (!connection.handler().isAcquirable()) {
                    all.remove();
                    connection.dequeued();
                }
            }
        } finally {
            lock.unlock();
        }
    }

    /** Applies the borrower's timeout to the wait for other threads' logins as well. */
    private void checkTime(Lease lease) {
        if (!settings.timeout().isZero() && lease.held().compareTo(settings.timeout()) > 0) {
            throw new OpeningFailedException(limit.exhausted(settings).orElseGet(() -> PoolErrors.serverSilent(settings)));
        }
        Interruption.check(settings);
    }

    /**
     * Takes the most recently returned connection.
     *
     * @return null if none can be acquired
     */
    private Acquirable poll() {
        lock.lock();
        try {
            return pollLocked();
        } finally {
            lock.unlock();
        }
    }

    /** Waits a moment for the return of a connection. */
    private Acquirable await() {
        long nanos = TimeUnit.MICROSECONDS.toNanos(PATIENCE_MICROS);
        lock.lock();
        try {
            Acquirable handler = pollLocked();
            while (handler == null && nanos > 0) {
                nanos = offered.awaitNanos(nanos);
                handler = pollLocked();
            }
            return handler;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt(); // the caller fails for an interrupted borrower
            return null;
        } finally {
            lock.unlock();
        }
    }

    /** Prefers a connection in the mode that the borrower needs, since switching it costs a command on MySQL. */
    private Acquirable pollLocked() {
        Lease lease = Lease.current();
        boolean reading = lease != null && lease.isForReading();
        Acquirable handler = pollLocked(reading);
        return handler == null ? pollLocked(!reading) : handler;
    }

    /** @param autocommit whether a connection in autocommit mode is wanted */
    private Acquirable pollLocked(boolean autocommit) {
        for (Iterator<PhysicalConnection> top = idle.iterator(); top.hasNext();) {
            PhysicalConnection connection = top.next();
            if (connection.isAutocommit() != autocommit) {
                continue;
            }
            Acquirable handler = connection.handler();
            boolean acquired = handler.acquire();
            if (acquired || !handler.isAcquirable()) {
                top.remove();
                connection.dequeued();
            } else {
                missed.increment(); // Agroal is checking it, or has handed it out from its own list
            }
            if (acquired) {
                return handler;
            }
        }
        return null;
    }

    /** Number of failed attempts to acquire an idle connection: a few, while Agroal checks the idle ones. */
    long missedCount() {
        return missed.sum();
    }

    /** Does nothing: a connection is {@link #offer offered} once it can be acquired, which is later. */
    @Override
    public void put(Acquirable handler) {
        // see LeaseTrackingTransactionIntegration.disassociate
    }

    /**
     * Makes a connection available to other borrowers.
     *
     * @return number of idle connections; 0 if this one is about to be closed
     */
    int offer(PhysicalConnection connection, Acquirable handler) {
        if (!handler.isAcquirable()) {
            return 0;
        }
        connection.rest(handler);
        lock.lock();
        try {
            if (connection.enqueue()) {
                idle.addFirst(connection);
                offered.signal();
            }
            return idle.size();
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void reset() {
        // no state per thread
    }

    /** @return whether a connection was marked */
    boolean markLeastRecentlyUsed() {
        for (PhysicalConnection connection : leastRecentlyUsedFirst()) {
            if (!connection.isMarkedForEviction() && connection.handler().isAcquirable()) {
                connection.markForEviction();
                return true;
            }
        }
        return false;
    }

    /**
     * Marks the connections that have been idle for longest, and for at least the given time.
     *
     * @return the number of marked connections
     */
    int markForEviction(int most, long idleNanos) {
        long now = System.nanoTime();
        int marked = 0;
        for (PhysicalConnection connection : leastRecentlyUsedFirst()) {
            if (marked < most && connection.idleNanos(now) >= idleNanos && connection.handler().isAcquirable()) {
                connection.markForEviction();
                marked++;
            }
        }
        return marked;
    }

    private List<PhysicalConnection> leastRecentlyUsedFirst() {
        lock.lock();
        try {
            List<PhysicalConnection> connections = new ArrayList<>(idle);
            Collections.reverse(connections);
            return connections;
        } finally {
            lock.unlock();
        }
    }

    /** Waits a moment until a connection is idle, or Agroal has closed a discarded one. */
    void awaitIdle(PhysicalConnection connection) {
        Acquirable handler = connection.handler();
        long patience = System.nanoTime() + TimeUnit.MICROSECONDS.toNanos(100 * PATIENCE_MICROS);
        while (handler != null && !(handler.isAcquirable() ? handler.acquire() : connection.isClosed())
                && System.nanoTime() - patience < 0) {
            Thread.yield();
        }
    }

    int count() {
        lock.lock();
        try {
            return idle.size();
        } finally {
            lock.unlock();
        }
    }
}
