package io.quarkiverse.binds.runtime.dynamic;

import java.sql.SQLException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;

import org.jboss.logging.Logger;

import io.quarkiverse.binds.UnknownDatabaseException;
import io.quarkiverse.binds.runtime.config.BindNames;
import io.quarkiverse.binds.runtime.dynamic.pool.DatabasePool;
import io.quarkiverse.binds.runtime.failure.NoConnectionException;

/**
 * Opens the databases of one bind: for each key one thread at a time, while other threads that need the same database wait for
 * its result. A recent failure is repeated without another attempt. Thread-safe.
 */
final class DatabaseOpenings {

    private static final Logger LOG = Logger.getLogger("io.quarkiverse.binds");

    private final String bind;
    private final long timeoutMillis;
    private final BoundedPoolCache pools;
    private final Opener opener;
    private final OpenFailureBackoff failures;
    private final DatabaseCounters counters;
    private final ConcurrentMap<String, DatabaseOpening> inProgress = new ConcurrentHashMap<>();

    /** Makes the pool of a database, connects, and brings the database up to date. */
    interface Opener {

        /**
         * @param opening receives the pool as soon as it is made, for the initializers that this thread calls
         * @throws SQLException if no connection could be opened, or the database could not be brought up to date
         * @throws RuntimeException if the address of the database is not known
         */
        DatabasePool open(String key, DatabaseOpening opening) throws SQLException;

        /** Whether the address given in code, if there is one, is that of the pool. Calls no {@code DatabaseSource}. */
        boolean isCurrent(DatabasePool pool);

        /**
         * Whether the address of the key, as given in code, by a {@code DatabaseSource} or by the template, is that of the
         * pool.
         *
         * @throws RuntimeException if the address of the database is no longer known
         */
        boolean leadsTo(DatabasePool pool);
    }

    DatabaseOpenings(String bind, long timeoutMillis, BoundedPoolCache pools, Opener opener, OpenFailureBackoff failures,
            DatabaseCounters counters) {
        this.bind = bind;
        this.timeoutMillis = timeoutMillis;
        this.pools = pools;
        this.opener = opener;
        this.failures = failures;
        this.counters = counters;
    }

    /** @return the opening of the key that the calling thread is in, as a source or an initializer is; null if there is none */
    DatabaseOpening ofThisThread(String key) {
        return OpeningThread.opening(this, key);
    }

    boolean isInProgress(String key) {
        return inProgress.containsKey(key);
    }

    /** @return whether an opening was in progress, whose result will not be kept */
    boolean cancel(String key) {
        DatabaseOpening current = inProgress.remove(key);
        if (current != null) {
            current.close();
        }
        return current != null;
    }

    /** @return null if the key was closed, or given another URL, while it was being opened */
    DatabasePool open(String key, Deadline deadline) throws SQLException {
        DatabaseOpening own = new DatabaseOpening(this, bind, key);
        DatabaseOpening running = inProgress.putIfAbsent(key, own);
        if (running != null) {
            return await(running, key, deadline);
        }
        DatabasePool pool = null;
        Throwable failure = null;
        own.begin();
        try {
            pool = pools.get(key); // another thread may have ended its opening just before
            if (pool == null) {
                pool = openInThisThread(key, own, deadline);
            }
            return pool;
        } catch (Throwable e) {
            failure = e;
            throw e;
        } finally {
            inProgress.remove(key, own); // first: a waiting thread may have to open the database itself
            own.end(pool, failure);
        }
    }

    private DatabasePool openInThisThread(String key, DatabaseOpening own, Deadline deadline) throws SQLException {
        Throwable recent = failures.failureToRepeat(key);
        if (recent != null) {
            throw copyForThisThread(recent);
        }
        long start = System.nanoTime();
        DatabasePool opened = null;
        try {
            DatabasePool pool = opener.open(key, own);
            opened = pool;
            if (pools.add(pool, deadline, () -> own.isClosed() || !opener.isCurrent(pool))) {
                opened(key);
                return pool;
            }
            return resultAfterClose(pool);
        } catch (Throwable e) {
            close(opened, e);
            boolean noRoom = opened != null && e instanceof NoConnectionException;
            if (!noRoom) {
                failed(key, own, e, System.nanoTime() - start);
            }
            throw e;
        }
    }

    private static void close(DatabasePool pool, Throwable failure) {
        if (pool != null) {
            try {
                pool.closeNow();
            } catch (Throwable e) {
                failure.addSuppressed(e);
            }
        }
    }

    private void failed(String key, DatabaseOpening own, Throwable e, long nanos) {
        counters.failed.increment();
        if (Thread.currentThread().isInterrupted()) {
            own.giveUp(); // the failure is that of this thread, not of the database
        } else if (!own.isClosed() && failures.add(key, e, nanos) && !(e instanceof UnknownDatabaseException)) {
            LOG.warn(OpenFailureBackoff.reason(e));
        }
    }

    private void opened(String key) {
        Throwable before = failures.last(key);
        failures.remove(key);
        if (before != null && !(before instanceof UnknownDatabaseException)) {
            LOG.infof("Database '%s' of %s is available again", key, BindNames.display(bind));
        }
    }

    /**
     * Handles a close, or another URL, while this thread opened the database. Other threads open it anew. If the address of the
     * key is still that of the pool, this thread continues with it, as work in progress does after any close: otherwise a
     * thread that closes in a loop would keep all other threads from working.
     *
     * @return null if the address of the key has changed
     */
    private DatabasePool resultAfterClose(DatabasePool pool) {
        if (opener.leadsTo(pool)) {
            pool.hold();
            return pool;
        }
        pool.closeNow();
        return null;
    }

    /**
     * If the last attempt failed, fails at once instead of waiting for the attempt in progress.
     *
     * @return null if the calling thread has to open the database itself
     */
    private DatabasePool await(DatabaseOpening running, String key, Deadline deadline) throws SQLException {
        Throwable last = failures.last(key);
        if (last != null) {
            throw copyForThisThread(last);
        }
        try {
            return running.await(deadline.remaining());
        } catch (ExecutionException e) {
            throw copyForThisThread(e.getCause());
        } catch (TimeoutException e) {
            throw new NoConnectionException(bind, running.display() + " is still being opened by thread '"
                    + running.thread().name() + "' after the timeout of " + timeoutMillis + " ms: its server,"
                    + " its DatabaseSource or a DatabaseInitializer takes longer, or waits for this thread");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new NoConnectionException(bind, "Interrupted while waiting for database '" + key + "' of "
                    + BindNames.display(bind));
        }
    }

    /** Copies an exception of another thread, which becomes the cause, to one with the stack trace of this thread. */
    private SQLException copyForThisThread(Throwable failure) {
        if (failure instanceof UnknownDatabaseException unknown) {
            throw new UnknownDatabaseException(unknown.bind(), unknown.key(), unknown.getMessage(), unknown);
        }
        if (failure instanceof IllegalArgumentException refused) {
            throw new IllegalArgumentException(refused.getMessage(), refused);
        }
        return new NoConnectionException(bind, OpenFailureBackoff.reason(failure),
                failure instanceof SQLException sql ? sql : new SQLException(failure));
    }
}
