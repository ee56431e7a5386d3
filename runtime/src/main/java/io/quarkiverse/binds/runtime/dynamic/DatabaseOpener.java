package io.quarkiverse.binds.runtime.dynamic;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import jakarta.transaction.TransactionManager;

import org.hibernate.HibernateException;

import io.quarkiverse.binds.Database;
import io.quarkiverse.binds.DatabaseInitializer;
import io.quarkiverse.binds.UnknownDatabaseException;
import io.quarkiverse.binds.runtime.config.BindNames;
import io.quarkiverse.binds.runtime.config.DynamicSettings;
import io.quarkiverse.binds.runtime.config.DynamicSettings.Schema;
import io.quarkiverse.binds.runtime.dynamic.Addresses.Address;
import io.quarkiverse.binds.runtime.failure.NoConnectionException;
import io.quarkiverse.binds.runtime.pool.DatabasePool;
import io.quarkiverse.binds.runtime.pool.PoolTarget;
import io.quarkiverse.binds.runtime.pool.PoolTemplate;
import io.quarkiverse.binds.runtime.pool.Suspended;
import io.quarkiverse.binds.runtime.schema.SchemaOfDatabase;

/**
 * Makes the pool of a database and connects, outside of the transaction of the one who wants it. The first time since the start
 * it brings the database up to date. Thread-safe; for one key it is called by one thread at a time.
 */
final class DatabaseOpener implements Registry.Opener {

    /** Who brings a database up to date needs a connection beside the one that has the lock. */
    private static final int BESIDE_THE_LOCK = 2;

    private final DynamicSettings settings;
    private final String kind;
    private final Addresses addresses;
    private final PoolTemplate template;
    private final List<DatabaseInitializer> initializers;
    private final TransactionManager manager;
    private final Set<String> upToDate = ConcurrentHashMap.newKeySet();

    DatabaseOpener(DynamicSettings settings, String kind, Addresses addresses, PoolTemplate template,
            List<DatabaseInitializer> initializers, TransactionManager manager) {
        this.settings = settings;
        this.kind = kind;
        this.addresses = addresses;
        this.template = template;
        this.initializers = initializers;
        this.manager = manager;
    }

    /** It is to be brought up to date again when it is opened next. */
    void forget(String key) {
        upToDate.remove(key);
    }

    @Override
    public DatabasePool open(String key, Opening opening) throws SQLException {
        try (Suspended outer = new Suspended(manager)) {
            return openOutside(key, opening);
        }
    }

    private DatabasePool openOutside(String key, Opening opening) throws SQLException {
        PoolTarget target = target(addresses.find(key));
        if (!upToDate.contains(key) && (settings.schema() != Schema.NONE || !initializers.isEmpty())) {
            // a small pool of its own for this, where that of the database has no connection beside the one with the lock
            DatabasePool pool = template.make(key, initializers.isEmpty() ? target : wider(target));
            try {
                opening.unfinished(pool);
                bringUpToDate(key, pool);
                upToDate.add(key);
            } catch (SQLException e) {
                pool.closeNow();
                throw unknownOr(key, e);
            } catch (RuntimeException e) {
                pool.closeNow();
                throw e;
            }
            if (initializers.isEmpty() || isWide(target)) {
                return pool;
            }
            pool.closeNow();
        }
        DatabasePool pool = template.make(key, target);
        try {
            pool.connect();
            return pool;
        } catch (SQLException e) {
            pool.closeNow();
            throw unknownOr(key, e);
        } catch (RuntimeException e) {
            pool.closeNow();
            throw e;
        }
    }

    private boolean isWide(PoolTarget target) {
        return template.max(target) >= BESIDE_THE_LOCK;
    }

    private PoolTarget wider(PoolTarget target) {
        return isWide(target) ? target : target.withMaxOverflow(BESIDE_THE_LOCK - 1);
    }

    private static PoolTarget target(Address address) {
        var options = address.options();
        return new PoolTarget(address.url(), options.username(), options.password(), options.credentialsProvider(),
                options.poolSize(), options.maxOverflow(), options.recycle(), options.driverProperties(),
                options.bindCredentials());
    }

    private void bringUpToDate(String key, DatabasePool pool) throws SQLException {
        Deadline deadline = new Deadline(template.timeout());
        try (Connection connection = pool.getConnection();
                DatabaseLock lock = DatabaseLock.take(connection, kind, settings.bind(), key, deadline)) {
            SchemaOfDatabase.bring(settings.bind(), settings.schema(), connection);
            initialize(key, pool);
        } catch (HibernateException e) {
            throw notUpToDate(key, "its tables could not be brought to what its entities need (schema="
                    + settings.schema().name().toLowerCase(Locale.ROOT) + ")", e);
        } catch (NoConnectionException e) {
            throw e;
        } catch (SQLException e) {
            throw notUpToDate(key, "it could not be brought up to date", e);
        }
    }

    private void initialize(String key, DatabasePool pool) throws SQLException {
        Database database = new UnfinishedDatabase(settings.bind(), key, addresses, pool);
        for (DatabaseInitializer initializer : initializers) {
            try {
                initializer.initialize(database, new PoolDataSource(pool));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw notUpToDate(key, "it was interrupted", e);
            } catch (Exception e) {
                throw notUpToDate(key, "a DatabaseInitializer failed", e);
            }
        }
    }

    private NoConnectionException notUpToDate(String key, String why, Exception e) {
        NoConnectionException failure = new NoConnectionException(settings.bind(), "Database '" + key + "' of "
                + BindNames.display(settings.bind()) + " is not opened: " + why + ": " + e.getMessage());
        failure.initCause(e);
        return failure;
    }

    /** That a server knows no such database is an answer, not an outage. */
    private SQLException unknownOr(String key, SQLException e) {
        if (e instanceof NoConnectionException none && MissingDatabase.isSaidBy(none)) {
            throw new UnknownDatabaseException(settings.bind(), key, none.getMessage(), none);
        }
        return e;
    }
}
