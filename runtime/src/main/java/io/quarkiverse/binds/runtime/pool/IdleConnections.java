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
import io.agroal.pool.ConnectionHandler;
import io.agroal.pool.ConnectionHandler.State;
import io.quarkiverse.binds.runtime.housekeeping.HousekeptPool;

/**
 * The idle connections of one pool as a stack, the last one returned on top: under light load the others stay unused, so a pool
 * that has grown can shrink again. Agroal asks this cache first, in the thread of the borrower. If no connection is idle, the
 * source opens one in that thread: the borrower gets the error of a server that refuses, and no login waits for another.
 * Thread-safe.
 */
final class IdleConnections implements ConnectionCache, HousekeptPool {

    /** Time to wait for a connection before one is opened: a request returns its own shortly after its response. */
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
        Lease lease = Lease.current();
        Acquirable handler = poll(lease);
        if (handler != null || lease == null) {
            return handler;
        }
        if (!registry.isEmpty()) {
            handler = await(lease);
        }
        while (handler == null && !open(lease)) {
            handler = await(lease);
            if (handler == null) {
                checkTime(lease);
            }
        }
        return handler;
    }

    /** Opens a connection; if none can be opened, an idle connection in the other mode will do. */
    private boolean open(Lease lease) {
        try {
            boolean opened = source.open(lease);
            lease.takeAnyMode();
            if (opened) {
                withhold(lease);
            }
            return opened;
        } catch (OpeningFailedException e) {
            if (lease.takesAnyMode() || count() == 0) {
                throw e;
            }
            lease.takeAnyMode();
            return false;
        }
    }

    /** Keeps the idle connections from Agroal, which would take one of them instead of that which was opened for its mode. */
    private void withhold(Lease lease) {
        lock.lock();
        try {
            for (PhysicalConnection connection : idle) {
                if (!connection.suits(lease.purpose) && connection.handler().acquire()) {
                    lease.withhold(connection.handler());
                }
            }
        } finally {
            lock.unlock();
        }
    }

    /** Makes connections available again, after the borrower that they were kept from has got its connection. */
    void release(List<Acquirable> withheld) {
        if (withheld.isEmpty()) {
            return;
        }
        withheld.forEach(handler -> ((ConnectionHandler) handler).setState(State.CHECKED_OUT, State.CHECKED_IN));
        lock.lock();
        try {
            offered.signalAll();
        } finally {
            lock.unlock();
        }
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

    /** Takes the most recently returned connection; null if none can be acquired. Without a lease Agroal itself takes it. */
    private Acquirable poll(Lease lease) {
        lock.lock();
        try {
            return pollLocked(lease);
        } finally {
            lock.unlock();
        }
    }

    /** Waits a moment for the return of a connection. */
    private Acquirable await(Lease lease) {
        long nanos = TimeUnit.MICROSECONDS.toNanos(PATIENCE_MICROS);
        lock.lock();
        try {
            Acquirable handler = pollLocked(lease);
            while (handler == null && nanos > 0) {
                nanos = offered.awaitNanos(nanos);
                handler = pollLocked(lease);
            }
            return handler;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt(); // the caller fails for an interrupted borrower
            return null;
        } finally {
            lock.unlock();
        }
    }

    /**
     * Prefers a connection in the mode that the borrower needs: switching costs MySQL a command, so that a few connections in
     * each mode are worth a login.
     */
    private Acquirable pollLocked(Lease lease) {
        boolean unsuited = false;
        for (Iterator<PhysicalConnection> top = idle.iterator(); top.hasNext();) {
            PhysicalConnection connection = top.next();
            if (lease != null && !connection.suits(lease.purpose)) {
                unsuited = true;
                continue;
            }
            Acquirable handler = acquire(top, connection);
            if (handler != null) {
                return handler;
            }
        }
        return unsuited && (lease.takesAnyMode() || registry.open() >= settings.size()) ? pollAnyLocked() : null;
    }

    private Acquirable pollAnyLocked() {
        for (Iterator<PhysicalConnection> top = idle.iterator(); top.hasNext();) {
            Acquirable handler = acquire(top, top.next());
            if (handler != null) {
                return handler;
            }
        }
        return null;
    }

    /** @return null if the connection cannot be acquired */
    private Acquirable acquire(Iterator<PhysicalConnection> top, PhysicalConnection connection) {
        Acquirable handler = connection.handler();
        boolean acquired = handler.acquire();
        if (acquired || !handler.isAcquirable()) {
            top.remove();
            connection.dequeued();
        } else {
            missed.increment(); // Agroal is checking it, or has handed it out from its own list
        }
        return acquired ? handler : null;
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

    /** The idle connections, those that have been idle for longest first. */
    List<PhysicalConnection> leastRecentlyUsedFirst() {
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
