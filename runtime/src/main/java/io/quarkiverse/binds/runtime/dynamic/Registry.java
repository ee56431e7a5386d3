package io.quarkiverse.binds.runtime.dynamic;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;

import org.jboss.logging.Logger;

import io.quarkiverse.binds.DatabasesStats;
import io.quarkiverse.binds.UnknownDatabaseException;
import io.quarkiverse.binds.runtime.config.BindNames;
import io.quarkiverse.binds.runtime.config.DynamicSettings;
import io.quarkiverse.binds.runtime.failure.NoConnectionException;
import io.quarkiverse.binds.runtime.pool.DatabasePool;
import io.quarkiverse.binds.runtime.pool.PoolClosedException;
import io.quarkiverse.binds.runtime.pool.PoolTemplate;

/**
 * The open databases of one bind. Each is opened by one thread, at its first use, while others that want it wait for that one;
 * what could not be opened is not kept. Thread-safe.
 */
final class Registry {

    private static final Logger LOG = Logger.getLogger("io.quarkiverse.binds");

    private static final int NAMED = 10;

    private final DynamicSettings settings;
    private final PoolTemplate template;
    private final OpenDatabases open;
    private final ConcurrentMap<String, Opening> opening = new ConcurrentHashMap<>();
    private final Failures failures = new Failures(System::nanoTime);
    private final Opener opener;
    private final Counts counts = new Counts();

    Registry(DynamicSettings settings, PoolTemplate template, Opener opener, List<DatabaseListener> listeners) {
        this.settings = settings;
        this.template = template;
        this.opener = opener;
        this.open = new OpenDatabases(settings, template, counts, listeners);
    }

    /** Makes the pool of a database, connects, and brings the database up to date. */
    interface Opener {

        /**
         * @param opening is told the pool as soon as there is one
         * @throws SQLException if no connection could be had, or the database not be brought up to date
         * @throws RuntimeException if nobody knows the database
         */
        DatabasePool open(String key, Opening opening) throws SQLException;
    }

    /** A connection to the database of a key, which is opened if it was not, and the pool it is of. */
    record Borrowed(Connection connection, DatabasePool pool) {
    }

    Borrowed borrow(String key, boolean readOnly) throws SQLException {
        Deadline deadline = new Deadline(template.timeout());
        while (true) {
            DatabasePool pool = open.get(key);
            if (pool == null) {
                pool = open(key, deadline);
            }
            try {
                return new Borrowed(readOnly ? pool.getReadOnlyConnection() : pool.getConnection(), pool);
            } catch (PoolClosedException e) {
                if (deadline.isOver()) {
                    throw open.full(key);
                }
                Thread.onSpinWait(); // it was closed to make room for another: once more
            } catch (NoConnectionException e) {
                giveUp(pool, e);
                throw e;
            } finally {
                if (pool.release()) {
                    open.left();
                }
            }
        }
    }

    /** A pool whose server is gone, and that has nothing left, would only take the place of one that works. */
    private void giveUp(DatabasePool pool, NoConnectionException e) {
        if (pool.isDead() && open.remove(pool)) {
            failures.add(pool.key(), e, 0);
        }
    }

    /** Opens it if it is not open. */
    void open(String key) throws SQLException {
        if (!open.contains(key)) {
            DatabasePool pool = open(key, new Deadline(template.timeout()));
            if (pool.release()) {
                open.left();
            }
        }
    }

    /** @return a pool that may be closed again by now, unless this thread has opened it: then it is held for it */
    private DatabasePool open(String key, Deadline deadline) throws SQLException {
        Opening mine = new Opening();
        Opening others = opening.putIfAbsent(key, mine);
        if (others != null) {
            return others.isByThisThread() ? others.unfinished() : await(others, key, deadline);
        }
        DatabasePool pool = null;
        Throwable failure = null;
        try {
            pool = open.get(key); // somebody may just have done so
            if (pool == null) {
                pool = openAlone(key, mine, deadline);
            }
            return pool;
        } catch (SQLException | RuntimeException | Error e) {
            failure = e;
            throw e;
        } finally {
            opening.remove(key, mine); // before they are told, who may have to try themselves
            mine.end(pool, failure);
        }
    }

    private DatabasePool openAlone(String key, Opening mine, Deadline deadline) throws SQLException {
        Exception lately = failures.tellAgain(key);
        if (lately != null) {
            throw again(lately);
        }
        long start = System.nanoTime();
        DatabasePool pool;
        try {
            pool = opener.open(key, mine);
        } catch (SQLException | RuntimeException e) {
            counts.failed.increment();
            if (Thread.currentThread().isInterrupted()) {
                mine.giveUp(); // it is about this thread, not about the database
            } else if (failures.add(key, e, System.nanoTime() - start) && !(e instanceof UnknownDatabaseException)) {
                LOG.warn(e.getMessage() == null ? e : e.getMessage());
            }
            throw e;
        }
        Exception before = failures.last(key);
        failures.remove(key);
        if (before != null && !(before instanceof UnknownDatabaseException)) {
            LOG.infof("Database '%s' of %s is available again", key, BindNames.display(settings.bind()));
        }
        open.add(pool, deadline);
        return pool;
    }

    /** Where it is known not to be there nobody waits for the one who finds out whether it still is not. */
    private DatabasePool await(Opening others, String key, Deadline deadline) throws SQLException {
        Exception last = failures.last(key);
        if (last != null) {
            throw again(last);
        }
        try {
            DatabasePool pool = others.get(deadline.remaining(), TimeUnit.NANOSECONDS);
            return pool == null ? open(key, deadline) : pool;
        } catch (ExecutionException e) {
            throw again(e.getCause());
        } catch (TimeoutException e) {
            throw new NoConnectionException(settings.bind(), "Database '" + key + "' of " + BindNames.display(settings.bind())
                    + " is still being opened by another thread after the timeout of " + template.timeout().toMillis() + " ms");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new NoConnectionException(settings.bind(), "Interrupted while waiting for database '" + key + "' of "
                    + BindNames.display(settings.bind()));
        }
    }

    /** What another thread was told, for this one. */
    private SQLException again(Throwable failure) {
        if (failure instanceof UnknownDatabaseException unknown) {
            throw new UnknownDatabaseException(unknown.bind(), unknown.key(), unknown.getMessage(), unknown);
        }
        if (failure instanceof IllegalArgumentException refused) {
            throw new IllegalArgumentException(refused.getMessage(), refused);
        }
        return new NoConnectionException(settings.bind(), failure.getMessage(),
                failure instanceof SQLException sql ? sql : new SQLException(failure));
    }

    boolean isOpen(String key) {
        return open.contains(key);
    }

    /** @return null if it is not open */
    DatabasePool get(String key) {
        return open.get(key);
    }

    /** The next one who wants it tries. */
    void forgetFailure(String key) {
        failures.remove(key);
    }

    /** @return whether it was open */
    boolean close(String key) {
        failures.remove(key);
        return open.close(key);
    }

    /** All of them, also under the hands of those who use them. */
    void closeAll() {
        open.closeAll();
        template.close();
    }

    Set<String> keys() {
        return open.all().stream().map(DatabasePool::key).collect(Collectors.toCollection(TreeSet::new));
    }

    Iterable<DatabasePool> pools() {
        return open.all();
    }

    /** Why databases could not be opened lately, by their keys. */
    Map<String, String> recentFailures() {
        return failures.recent();
    }

    /** Some keys, for a message. */
    String someKeys() {
        Set<String> keys = keys();
        return keys.stream().limit(NAMED).collect(Collectors.joining(", ")) + (keys.size() > NAMED ? ", ..." : "");
    }

    DatabasesStats stats() {
        return new DatabasesStats(settings.maxOpen(), settings.maxConnections(), template.connections(),
                open.waiting() + template.waiting(), counts.opened.sum(), counts.evicted.sum(), counts.expired.sum(),
                counts.failed.sum(), open.all().stream().collect(Collectors.toMap(DatabasePool::key, DatabasePool::stats)));
    }
}
