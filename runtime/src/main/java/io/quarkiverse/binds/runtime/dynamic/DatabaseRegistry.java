package io.quarkiverse.binds.runtime.dynamic;

import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

import org.jboss.logging.Logger;

import io.quarkiverse.binds.DatabasesStats;
import io.quarkiverse.binds.runtime.config.BindNames;
import io.quarkiverse.binds.runtime.config.DynamicSettings;
import io.quarkiverse.binds.runtime.dynamic.pool.DatabasePool;
import io.quarkiverse.binds.runtime.dynamic.pool.PoolTemplate;
import io.quarkiverse.binds.runtime.failure.NoConnectionException;
import io.quarkiverse.binds.runtime.pool.PoolClosedException;

/**
 * The open databases of one bind, by key. A database is opened at its first use ({@link DatabaseOpenings}) and kept in
 * {@link BoundedPoolCache}. Thread-safe.
 */
final class DatabaseRegistry {

    private static final Logger LOG = Logger.getLogger("io.quarkiverse.binds");

    private static final int MAX_KEYS_IN_MESSAGE = 10;

    private final DynamicSettings settings;
    private final PoolTemplate template;
    private final Duration timeout;
    private final BoundedPoolCache pools;
    private final OpenFailureBackoff failures = new OpenFailureBackoff(System::nanoTime);
    private final DatabaseOpenings openings;
    private final DatabaseCounters counters = new DatabaseCounters();

    DatabaseRegistry(DynamicSettings settings, PoolTemplate template, DatabaseOpenings.Opener opener,
            List<DatabaseListener> listeners) {
        this.settings = settings;
        this.template = template;
        this.timeout = template.timeout();
        this.pools = new BoundedPoolCache(settings, template, counters, new DatabaseListeners(settings.bind(), listeners));
        this.openings = new DatabaseOpenings(settings.bind(), timeout.toMillis(), pools, opener, failures, counters);
    }

    /** Borrows a connection, or a loan of one, from the pool of the database of a key. */
    interface Borrowing<T> {
        T from(DatabasePool pool) throws SQLException;
    }

    /** Borrows a connection, after opening the database if it is not open. */
    <T> T lease(String key, Borrowing<T> borrowing) throws SQLException {
        Deadline deadline = new Deadline(timeout);
        while (true) {
            DatabasePool pool = obtain(key, deadline);
            try {
                return borrowing.from(pool);
            } catch (PoolClosedException e) {
                if (deadline.isOver()) {
                    throw pools.noRoom(key);
                }
                Thread.onSpinWait(); // the pool was closed to make room for another database: try again
            } catch (NoConnectionException e) {
                removeIfDead(pool, e);
                throw e;
            } finally {
                if (pool.release()) {
                    released(pool);
                }
            }
        }
    }

    /** Pings the server of an open database that has an idle connection, so that a failure is known before the next use. */
    void ping(DatabasePool pool) {
        try {
            pool.pingIfIdle();
        } catch (NoConnectionException e) {
            removeIfDead(pool, e);
        } catch (SQLException e) {
            LOG.debugf(e, "Ping of database '%s' of %s", pool.key(), BindNames.display(settings.bind()));
        }
    }

    /** Removes a pool that has lost its server and has no connection left: it would only occupy the place of a working one. */
    private void removeIfDead(DatabasePool pool, NoConnectionException e) {
        if (pool.isDead() && pools.remove(pool)) {
            failures.add(pool.key(), e, 0);
        }
    }

    /** Called after the calling thread has ended its hold on the pool, since it now has its connection or has failed. */
    private void released(DatabasePool pool) {
        pools.signalRoom();
        if (pools.get(pool.key()) != pool) {
            pools.closeWhenDrained(pool); // the application closed the key since this thread began to open it
        }
    }

    /** Opens the database if it is not open. */
    void open(String key) throws SQLException {
        if (openings.ofThisThread(key) != null || !pools.contains(key)) {
            DatabasePool pool = obtain(key, new Deadline(timeout));
            if (pool.release()) {
                released(pool);
            }
        }
    }

    /** @return the pool; it may be closed again by now, unless this thread has opened and therefore holds it */
    private DatabasePool obtain(String key, Deadline deadline) throws SQLException {
        DatabaseOpening own = openings.ofThisThread(key);
        if (own != null) {
            return own.unfinished();
        }
        while (true) {
            DatabasePool pool = pools.get(key);
            if (pool == null) {
                pool = openings.open(key, deadline);
            }
            if (pool != null) {
                return pool;
            }
            if (deadline.isOver()) {
                throw new NoConnectionException(settings.bind(), "Database '" + key + "' of "
                        + BindNames.display(settings.bind()) + " could not be opened within the timeout of "
                        + timeout.toMillis() + " ms: each attempt was ended by a close, or by an open with"
                        + " another URL");
            }
        }
    }

    /** @return the opening of the key that the calling thread is in; null if there is none */
    DatabaseOpening openingOfThisThread(String key) {
        return openings.ofThisThread(key);
    }

    boolean isOpen(String key) {
        return pools.contains(key);
    }

    boolean isOpenOrOpening(String key) {
        return pools.contains(key) || openings.isInProgress(key);
    }

    /** @return null if the database is not open */
    DatabasePool get(String key) {
        return pools.get(key);
    }

    /** Makes the next use of the key try to open the database, without the pause after a failure. */
    void forgetFailure(String key) {
        failures.remove(key);
    }

    /** @return whether the database was open, or being opened */
    boolean close(String key) {
        boolean cancelled = openings.cancel(key); // before the open pools are checked: afterwards its result is not added
        failures.remove(key);
        return pools.close(key) || cancelled;
    }

    /** Waits until the connections of the closed pools of a key are returned. @return false at the timeout */
    boolean awaitDrained(String key, Duration timeout) {
        return pools.awaitDrained(key, timeout);
    }

    /** Closes all connections at the end of the application, those in use included. */
    void closeAll() {
        pools.closeAll();
        template.close();
    }

    Set<String> keys() {
        return pools.all().stream().map(DatabasePool::key).collect(Collectors.toCollection(TreeSet::new));
    }

    Iterable<DatabasePool> pools() {
        return pools.all();
    }

    /** @return by key, the failures of databases that could not be opened recently */
    Map<String, Throwable> recentFailures() {
        return failures.recent();
    }

    /** Some keys of open databases, for a message. */
    String someKeys() {
        Set<String> keys = keys();
        return keys.stream().limit(MAX_KEYS_IN_MESSAGE).collect(Collectors.joining(", "))
                + (keys.size() > MAX_KEYS_IN_MESSAGE ? ", ..." : "");
    }

    DatabasesStats stats() {
        return new DatabasesStats(settings.maxOpen(), settings.maxConnections(), template.connections(),
                pools.waiting() + template.waiting(), counters.opened.sum(), counters.evicted.sum(), counters.expired.sum(),
                counters.failed.sum(), pools.all().stream().collect(Collectors.toMap(DatabasePool::key, DatabasePool::stats)));
    }
}
