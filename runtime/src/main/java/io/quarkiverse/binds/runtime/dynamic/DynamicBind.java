package io.quarkiverse.binds.runtime.dynamic;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

import jakarta.transaction.TransactionManager;
import jakarta.transaction.TransactionSynchronizationRegistry;

import io.quarkiverse.binds.Database;
import io.quarkiverse.binds.DatabaseAddress;
import io.quarkiverse.binds.DatabaseInitializer;
import io.quarkiverse.binds.DatabaseSelector;
import io.quarkiverse.binds.DatabaseSource;
import io.quarkiverse.binds.DatabaseUnavailableException;
import io.quarkiverse.binds.PoolStats;
import io.quarkiverse.binds.runtime.config.BindNames;
import io.quarkiverse.binds.runtime.config.DynamicSettings;
import io.quarkiverse.binds.runtime.dynamic.Addresses.Address;
import io.quarkiverse.binds.runtime.pool.DatabasePool;
import io.quarkiverse.binds.runtime.pool.PoolTemplate;
import io.quarkiverse.binds.runtime.pool.Suspended;

/** All that belongs to one bind whose databases are opened on the fly. Thread-safe. */
final class DynamicBind {

    private final DynamicSettings settings;
    private final PoolTemplate template;
    private final Addresses addresses;
    private final DatabaseOpener opener;
    private final Registry registry;
    private final Keys keys;
    private final Connections connections;
    private final TransactionManager manager;
    private final Tenants tenants = new Tenants();

    /** The beans of the application that have a say, and its transactions. */
    record Parts(List<DatabaseSelector> selectors, List<DatabaseSource> sources, List<DatabaseInitializer> initializers,
            List<DatabaseListener> listeners, TransactionManager manager, TransactionSynchronizationRegistry transactions) {
    }

    DynamicBind(DynamicSettings settings, PoolTemplate template, Parts parts) {
        this.settings = settings;
        this.template = template;
        this.addresses = new Addresses(settings, template.kind(), parts.sources(), this::someKeys);
        this.opener = new DatabaseOpener(settings, template.kind(), addresses, template, parts.initializers(), parts.manager());
        this.registry = new Registry(settings, template, opener, parts.listeners());
        this.keys = new Keys(settings, parts.selectors(), registry::isOpen);
        this.manager = parts.manager();
        this.connections = new Connections(settings.bind(), registry, parts.transactions());
    }

    private String someKeys() {
        return registry.someKeys();
    }

    String name() {
        return settings.bind();
    }

    Registry registry() {
        return registry;
    }

    Keys keys() {
        return keys;
    }

    Connections connections() {
        return connections;
    }

    Database open(String key, DatabaseAddress address) {
        keys.check(key);
        Address checked = addresses.checked(key, address);
        boolean news = addresses.say(key, checked);
        if (news) {
            registry.forgetFailure(key); // it was about another one
        }
        try {
            if (news && registry.isOpen(key)) {
                // as a source or the template says: there it stays
                addresses.unsay(key, checked);
                addresses.same(key, addresses.find(key), checked);
                addresses.say(key, checked);
            }
            return get(key);
        } catch (RuntimeException e) {
            if (news) {
                addresses.unsay(key, checked);
                registry.forgetFailure(key);
            }
            throw e;
        }
    }

    Database get(String key) {
        keys.check(key);
        try {
            registry.open(key);
        } catch (SQLException e) {
            throw new DatabaseUnavailableException(name(), e.getMessage(), e);
        }
        return new DatabaseOfKey(this, key);
    }

    boolean close(String key) {
        boolean said = addresses.forget(key);
        opener.forget(key);
        boolean open = registry.close(key);
        if (said || open) {
            tenants.closed(key);
        }
        return said || open;
    }

    String url(String key) {
        return addresses.find(key).url().masked();
    }

    PoolStats stats(String key) {
        DatabasePool pool = registry.get(key);
        return pool == null ? template.none() : pool.stats();
    }

    /** On a connection that is of no transaction. */
    void ping(String key) {
        get(key);
        DatabasePool pool = registry.get(key);
        try (Suspended outer = new Suspended(manager)) {
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

    /** The name by which Hibernate tells it from others. */
    String tenant(String key) {
        return tenants.name(key);
    }

    Connection connectionOf(String tenant) throws SQLException {
        return connections.get(Tenants.key(tenant), false);
    }
}
