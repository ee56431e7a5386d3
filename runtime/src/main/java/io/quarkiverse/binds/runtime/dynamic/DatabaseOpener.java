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
import io.quarkiverse.binds.runtime.config.SchemaStrategy;
import io.quarkiverse.binds.runtime.dynamic.DatabaseAddresses.Address;
import io.quarkiverse.binds.runtime.dynamic.pool.DatabasePool;
import io.quarkiverse.binds.runtime.dynamic.pool.PoolTarget;
import io.quarkiverse.binds.runtime.dynamic.pool.PoolTemplate;
import io.quarkiverse.binds.runtime.failure.NoConnectionException;
import io.quarkiverse.binds.runtime.failure.UnknownDatabaseErrors;
import io.quarkiverse.binds.runtime.pool.SuspendedTransaction;
import io.quarkiverse.binds.runtime.schema.SchemaOfDatabase;

/**
 * Makes the pool of a database and connects, outside of the transaction of the calling thread. At the first opening since the
 * start it brings the schema up to date and calls the initializers. Thread-safe; for each key it is called by one thread at a
 * time.
 */
final class DatabaseOpener implements DatabaseOpenings.Opener {

    /** Connections needed for an initializer: one besides that which holds the {@link DatabaseLock}. */
    private static final int CONNECTIONS_OF_INITIALIZER = 2;
    /** Connections needed for scripts: two besides that which holds the lock. */
    private static final int CONNECTIONS_OF_SCRIPTS = 3;

    private final DynamicSettings settings;
    private final String kind;
    private final DatabaseAddresses addresses;
    private final PoolTemplate template;
    private final List<DatabaseInitializer> initializers;
    private final List<DatabaseMigrator> migrators;
    private final int connections;
    /** Whether the connection of the lock runs no other statement, and needs no autocommit for it. */
    private final boolean holdsLockOnly;
    private final TransactionManager transactionManager;
    private final OpenedUrls openedUrls;
    private final Set<String> upToDate = ConcurrentHashMap.newKeySet();

    DatabaseOpener(DynamicSettings settings, DatabaseAddresses addresses, PoolTemplate template, DynamicBind.Parts parts,
            TenantIdentifiers tenants) {
        this.settings = settings;
        this.kind = template.kind();
        this.addresses = addresses;
        this.template = template;
        this.initializers = parts.initializers();
        this.migrators = parts.migrators();
        this.connections = settings.schema() == SchemaStrategy.MIGRATE ? CONNECTIONS_OF_SCRIPTS
                : initializers.isEmpty() ? 1 : CONNECTIONS_OF_INITIALIZER;
        this.holdsLockOnly = DatabaseLock.isOutsideTransactions(kind) && !SchemaOfDatabase.usesConnection(settings.schema());
        this.transactionManager = parts.transactionManager();
        this.openedUrls = new OpenedUrls(tenants);
    }

    /** Makes the next opening of the key bring its database up to date again. */
    void forget(String key) {
        upToDate.remove(key);
    }

    @Override
    public DatabasePool open(String key, DatabaseOpening opening) throws SQLException {
        try (SuspendedTransaction suspended = new SuspendedTransaction(transactionManager)) {
            return openWithoutTransaction(key, opening);
        }
    }

    @Override
    public boolean isCurrent(DatabasePool pool) {
        Address registered = addresses.registered(pool.key());
        return registered == null || target(registered).equals(pool.target());
    }

    @Override
    public boolean leadsTo(DatabasePool pool) {
        return target(addresses.find(pool.key())).equals(pool.target());
    }

    private DatabasePool openWithoutTransaction(String key, DatabaseOpening opening) throws SQLException {
        Address address = addresses.find(key);
        long generation = openedUrls.opened(key, address.url().jdbcUrl(), () -> upToDate.remove(key));
        PoolTarget target = target(address);
        if (!upToDate.contains(key) && (settings.schema() != SchemaStrategy.NONE || !initializers.isEmpty())) {
            // the lock takes one connection: if the pool has too few others, a wider pool is used for this only
            DatabasePool pool = bringUpToDate(key, opening, template.make(key, generation, wider(target)));
            if (isWideEnough(target)) {
                return pool;
            }
            pool.closeNow();
        }
        DatabasePool pool = template.make(key, generation, target);
        try {
            pool.connect();
            return pool;
        } catch (Throwable e) {
            closeAfter(e, pool);
            throw e;
        }
    }

    private DatabasePool bringUpToDate(String key, DatabaseOpening opening, DatabasePool pool) throws SQLException {
        try {
            opening.unfinished(pool);
            bringUpToDate(key, pool);
        } catch (Throwable e) {
            closeAfter(e, pool);
            throw e;
        }
        upToDate.add(key);
        if (opening.isClosed()) {
            upToDate.remove(key); // the key may have another database after the close
        }
        return pool;
    }

    /**
     * Closes the pool after any failure, so that no connection and no thread of it is left.
     *
     * @throws UnknownDatabaseException if the server has no such database, which is not an outage
     */
    private void closeAfter(Throwable e, DatabasePool pool) {
        try {
            pool.closeNow();
        } catch (Throwable onClose) {
            e.addSuppressed(onClose);
        }
        if (e instanceof NoConnectionException none && UnknownDatabaseErrors.isSaidBy(none)) {
            throw new UnknownDatabaseException(settings.bind(), pool.key(), none.getMessage(), none);
        }
    }

    private boolean isWideEnough(PoolTarget target) {
        return template.max(target) >= connections;
    }

    private PoolTarget wider(PoolTarget target) {
        return isWideEnough(target) ? target : target.withMaxOverflow(connections - 1);
    }

    private static PoolTarget target(Address address) {
        return new PoolTarget(address.url(), address.options());
    }

    private void bringUpToDate(String key, DatabasePool pool) throws SQLException {
        Deadline deadline = new Deadline(template.timeout());
        try (Connection connection = holdsLockOnly ? pool.getHeldConnection() : pool.getUncheckedConnection();
                DatabaseLock lock = DatabaseLock.take(connection, kind, settings.bind(), key, deadline)) {
            SchemaOfDatabase.bring(settings.bind(), settings.schema(), connection);
            if (settings.schema() == SchemaStrategy.MIGRATE) {
                migrate(key, pool);
            }
            initialize(key, pool);
        } catch (HibernateException e) {
            throw notUpToDate(key, "schema=" + settings.schema().name().toLowerCase(Locale.ROOT) + " failed", e);
        } catch (NoConnectionException e) {
            throw e;
        } catch (SQLException e) {
            throw notUpToDate(key, "its schema and initializers could not be run", e);
        }
    }

    private void migrate(String key, DatabasePool pool) throws SQLException {
        if (migrators.isEmpty()) {
            throw notUpToDate(key, "schema=migrate applies scripts", new IllegalStateException(
                    "the application was built without the extension io.quarkus:quarkus-flyway: add it"));
        }
        for (DatabaseMigrator migrator : migrators) {
            try {
                migrator.migrate(settings.bind(), new PoolDataSource(pool));
            } catch (RuntimeException e) {
                throw notUpToDate(key, "schema=migrate failed", e);
            }
        }
    }

    private void initialize(String key, DatabasePool pool) throws SQLException {
        Database database = new InitializingDatabase(settings.bind(), key, pool);
        for (DatabaseInitializer initializer : initializers) {
            try {
                initializer.initialize(database, new PoolDataSource(pool));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw notUpToDate(key, "the thread was interrupted", e);
            } catch (Throwable e) {
                throw notUpToDate(key, "the DatabaseInitializer " + BeanNames.of(initializer) + " failed", e);
            }
        }
    }

    private NoConnectionException notUpToDate(String key, String reason, Throwable e) {
        NoConnectionException failure = new NoConnectionException(settings.bind(), "Database '" + key + "' of "
                + BindNames.display(settings.bind()) + " is not opened: " + reason + ": " + OpenFailureBackoff.reason(e));
        failure.initCause(e);
        return failure;
    }
}
