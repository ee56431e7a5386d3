package io.quarkiverse.binds.runtime.dynamic;

import java.sql.SQLException;
import java.time.Duration;
import java.util.List;

import jakarta.transaction.TransactionManager;

import io.quarkiverse.binds.Database;
import io.quarkiverse.binds.DatabaseAddress;
import io.quarkiverse.binds.DatabaseInitializer;
import io.quarkiverse.binds.DatabaseSource;
import io.quarkiverse.binds.DatabaseUnavailableException;
import io.quarkiverse.binds.PoolStats;
import io.quarkiverse.binds.runtime.config.BindNames;
import io.quarkiverse.binds.runtime.config.DynamicSettings;
import io.quarkiverse.binds.runtime.dynamic.DatabaseAddresses.Address;
import io.quarkiverse.binds.runtime.dynamic.pool.DatabasePool;
import io.quarkiverse.binds.runtime.dynamic.pool.PoolTemplate;
import io.quarkiverse.binds.runtime.pool.SuspendedTransaction;

/** A bind whose databases are opened on the fly, with its registry, addresses, keys and connections. Thread-safe. */
final class DynamicBind {

    private final DynamicSettings settings;
    private final PoolTemplate template;
    private final DatabaseAddresses addresses;
    private final DatabaseOpener opener;
    private final DatabaseRegistry registry;
    private final DatabaseKeys keys;
    private final TransactionManager transactionManager;
    private final TenantIdentifiers tenants;

    /** The participating beans: those of the application, and its transaction manager. */
    record Parts(List<Selectors.Selector> selectors, List<DatabaseSource> sources, List<DatabaseInitializer> initializers,
            List<DatabaseMigrator> migrators, List<DatabaseListener> listeners, TransactionManager transactionManager) {
    }

    DynamicBind(DynamicSettings settings, PoolTemplate template, Parts parts) {
        this.settings = settings;
        this.template = template;
        this.tenants = new TenantIdentifiers();
        this.addresses = new DatabaseAddresses(settings, template.kind(), parts.sources(), this::someKeys);
        this.opener = new DatabaseOpener(settings, addresses, template, parts, tenants);
        this.registry = new DatabaseRegistry(settings, template, opener, parts.listeners());
        this.keys = new DatabaseKeys(settings, new Selectors(settings.bind(), parts.selectors()), registry::isOpen);
        this.transactionManager = parts.transactionManager();
    }

    private String someKeys() {
        return registry.someKeys();
    }

    String name() {
        return settings.bind();
    }

    DatabaseRegistry registry() {
        return registry;
    }

    DatabaseKeys keys() {
        return keys;
    }

    Database open(String key, DatabaseAddress address) {
        keys.check(key);
        Address checked = addresses.checked(key, address);
        boolean isNew = addresses.register(key, checked);
        if (isNew) {
            registry.forgetFailure(key); // the failure was that of another address
        }
        try {
            if (isNew && registry.isOpen(key)) {
                // the database was opened at the address of a source or of the template, which must be the same
                addresses.unregister(key, checked);
                addresses.requireSame(key, addresses.find(key), checked);
                addresses.register(key, checked);
            }
            Database opened = get(key);
            requireOpened(key, checked);
            return opened;
        } catch (Throwable e) {
            if (isNew) {
                addresses.unregister(key, checked);
                registry.forgetFailure(key);
            }
            throw e;
        }
    }

    /** Fails if another thread has closed the key meanwhile, or opened it at another address. */
    private void requireOpened(String key, Address address) {
        Address registered = addresses.registered(key);
        DatabasePool pool = registry.get(key);
        if (registered == null || !registered.equals(address)) {
            throw new IllegalStateException("Database '" + key + "' of " + BindNames.display(name())
                    + " was closed while it was being opened by databases.open(\"" + key + "\", ...)");
        }
        if (pool != null && !opener.isCurrent(pool)) {
            throw new IllegalStateException("Database '" + key + "' of " + BindNames.display(name()) + " was opened at "
                    + pool.target() + " meanwhile: databases.close(\"" + key + "\") first, or open the other under a key of its"
                    + " own");
        }
    }

    Database get(String key) {
        keys.check(key);
        try {
            registry.open(key);
        } catch (SQLException e) {
            throw new DatabaseUnavailableException(name(), e.getMessage(), e);
        }
        return new DatabaseHandle(this, key);
    }

    boolean close(String key) {
        keys.requireKey(key);
        DatabaseOpening own = registry.openingOfThisThread(key);
        if (own != null) {
            throw new IllegalStateException(own.display() + " cannot be closed by what opens it: a DatabaseSource or"
                    + " DatabaseInitializer that does not want it throws an exception");
        }
        boolean registered = addresses.unregister(key);
        if (registered || registry.isOpenOrOpening(key)) {
            tenants.closed(key); // before another database can be opened under the key
        }
        boolean open = registry.close(key);
        opener.forget(key);
        return registered || open;
    }

    /** Closes the database and waits until its connections are returned. @return false at the timeout */
    boolean drain(String key, Duration timeout) {
        close(key);
        return registry.awaitDrained(key, timeout);
    }

    String url(String key) {
        DatabasePool pool = registry.get(key);
        return (pool == null ? addresses.find(key).url() : pool.target().url()).masked();
    }

    PoolStats stats(String key) {
        DatabasePool pool = registry.get(key);
        return pool == null ? template.none() : pool.stats();
    }

    /** Pings the server on a connection outside of any transaction. */
    void ping(String key) {
        get(key);
        DatabasePool pool = registry.get(key);
        try (SuspendedTransaction suspended = new SuspendedTransaction(transactionManager)) {
            if (pool != null && !pool.answers()) {
                throw new DatabaseUnavailableException(name(), "The server of database '" + key + "' of "
                        + BindNames.display(name()) + " does not answer", null);
            }
        } catch (SQLException e) {
            throw new DatabaseUnavailableException(name(), e.getMessage(), e);
        }
    }

    void dispose(String key) {
        DatabasePool pool = registry.get(key);
        if (pool != null) {
            pool.dispose();
        }
    }

    /** The identifier of the database for Hibernate. */
    String tenant(String key) {
        return tenants.identifier(key);
    }
}
