package io.quarkiverse.binds.runtime.pool;

import java.time.Duration;
import java.util.Comparator;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

import org.jboss.logging.Logger;

import io.quarkiverse.binds.runtime.config.BindKey;
import io.quarkiverse.binds.runtime.failure.NoConnectionException;

/**
 * Lets as many borrowers at the connections of a pool as it may have, the others wait in the order in which they came. The pool
 * itself then never has to make anybody wait: it always has a connection at rest or room for a new one. Thread-safe.
 */
final class Admission {

    private static final Logger LOG = Logger.getLogger("io.quarkiverse.binds");

    /** A pool that is too small is a matter of the log every now and then, not for each who waits in vain. */
    private static final Duration SAY_AGAIN = Duration.ofSeconds(10);

    private final PoolSettings settings;
    private final Semaphore places;
    private final Set<Borrow> borrows = ConcurrentHashMap.newKeySet();
    private volatile boolean closed;
    private volatile long saidAt = System.nanoTime() - SAY_AGAIN.toNanos() - 1;

    Admission(PoolSettings settings) {
        this.settings = settings;
        this.places = new Semaphore(settings.max(), true);
    }

    /**
     * @throws NoConnectionException if no place is free within the timeout, or the thread is interrupted
     * @throws PoolClosedException if nobody is let in any more
     */
    Borrow enter() throws NoConnectionException, PoolClosedException {
        try {
            if (settings.timeout().isZero()) {
                places.acquire();
            } else if (!places.tryAcquire(settings.timeout().toNanos(), TimeUnit.NANOSECONDS)) {
                throw timedOut();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new NoConnectionException(settings.bind(),
                    "Interrupted while waiting for a connection of " + settings.name().display());
        }
        if (closed) {
            places.release();
            throw new PoolClosedException();
        }
        Borrow borrow = new Borrow();
        borrows.add(borrow);
        return borrow;
    }

    void leave(Borrow borrow) {
        if (borrow.end()) {
            borrows.remove(borrow);
            places.release();
        }
    }

    /**
     * Lets nobody in any more if nobody is in.
     *
     * @return whether it is so
     */
    boolean closeIfEmpty() {
        if (!places.tryAcquire(settings.max())) {
            return false;
        }
        closed = true;
        places.release(settings.max()); // who waits is told
        return true;
    }

    /** Lets nobody in any more. */
    void close() {
        closed = true;
    }

    /** Whether nobody is in, nor will ever be. */
    boolean isDeserted() {
        if (!closed || !places.tryAcquire(settings.max())) {
            return false;
        }
        places.release(settings.max());
        return true;
    }

    /** Who holds a place, and for how long. */
    Optional<Borrow> longest() {
        return borrows.stream().max(Comparator.comparing(Borrow::held));
    }

    int active() {
        return borrows.size();
    }

    int waiting() {
        return places.getQueueLength();
    }

    /** What the calling thread has borrowed last and not given back. */
    Optional<Borrow> ofThisThread() {
        return borrows.stream().filter(borrow -> borrow.thread() == Thread.currentThread())
                .min(Comparator.comparing(Borrow::held));
    }

    private NoConnectionException timedOut() {
        String bind = settings.bind();
        String longest = longest().map(borrow -> "; the longest is held for " + seconds(borrow.held()) + " by thread '"
                + borrow.thread().getName() + "'")
                .orElse("");
        NoConnectionException timedOut = new NoConnectionException(bind,
                settings.name().displayFirst() + " has no connection free: all of size "
                        + settings.size() + " and overflow " + settings.overflow() + " were in use for the timeout of "
                        + seconds(settings.timeout()) + longest + ". Borrow them for a shorter time, or set "
                        + BindKey.property(bind, "pool.size") + ", " + BindKey.property(bind, "pool.max-overflow") + " or "
                        + BindKey.property(bind, "pool.timeout"));
        long now = System.nanoTime();
        if (now - saidAt > SAY_AGAIN.toNanos()) {
            saidAt = now;
            LOG.warn(timedOut.getMessage());
        }
        return timedOut;
    }

    static String seconds(Duration duration) {
        return String.format(java.util.Locale.ROOT, "%.2f s", duration.toNanos() / 1e9);
    }
}
