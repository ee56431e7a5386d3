package io.quarkiverse.binds.runtime.pool;

import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import jakarta.inject.Singleton;

import io.agroal.api.AgroalDataSource;
import io.agroal.api.configuration.AgroalConnectionFactoryConfiguration;
import io.agroal.api.configuration.AgroalConnectionPoolConfiguration;
import io.agroal.api.configuration.supplier.AgroalDataSourceConfigurationSupplier;
import io.agroal.api.transaction.TransactionIntegration;
import io.quarkiverse.binds.DatabaseUnavailableException;
import io.quarkiverse.binds.PoolStats;
import io.quarkiverse.binds.runtime.config.BindNames;
import io.quarkiverse.binds.runtime.config.PoolKeys;
import io.quarkiverse.binds.runtime.failure.NoConnectionException;
import io.quarkus.agroal.runtime.AgroalDataSourceUtil;
import io.quarkus.arc.All;

/** The pools of all binds. Thread-safe. */
@Singleton
public class Pools {

    private final List<FirstConnection> firstConnection;
    private final Map<String, Pool> pools = new ConcurrentHashMap<>();

    Pools(@All List<FirstConnection> firstConnection) {
        this.firstConnection = firstConnection;
    }

    /**
     * Makes the pool that is about to be made one of a bind.
     *
     * @param kind the kind of its database
     * @param configured the configuration, complete but for this
     * @param xa whether its connections are opened by an XA datasource
     * @param transactions its part in transactions
     */
    public void configure(String bind, String kind, AgroalDataSourceConfigurationSupplier configured, boolean xa,
            TransactionIntegration transactions) {
        // what has been configured can be read only where no more can be written: the supplier goes on with a copy
        AgroalConnectionPoolConfiguration so = configured.connectionPoolConfiguration().get();
        configured.connectionPoolConfiguration(so);
        AgroalConnectionFactoryConfiguration connections = so.connectionFactoryConfiguration();
        PoolSettings settings = settings(bind, so);
        Inventory inventory = new Inventory(settings);
        Opener opener = null;
        if (!xa) {
            opener = new Opener(settings, new Hosts(bind, kind, connections.jdbcUrl(), true), connections, inventory,
                    () -> firstConnection.forEach(listener -> listener.opened(bind)));
            connections.jdbcProperties().put(Opener.PROPERTY, opener);
        }
        Pool pool = new Pool(settings, inventory, opener);
        pool.configure(so, configured.connectionPoolConfiguration(), transactions);
        pools.put(bind, pool);
    }

    private static PoolSettings settings(String bind, AgroalConnectionPoolConfiguration pool) {
        boolean always = pool.validateOnBorrow();
        Duration idle = pool.idleValidationTimeout();
        return new PoolSettings(bind, Math.min(PoolKeys.size(bind), pool.maxSize()), pool.maxSize(),
                pool.acquisitionTimeout(), always || !idle.isZero(), always ? Duration.ZERO : idle, pool.maxLifetime());
    }

    /** The datasource of a bind as applications see it; any other as it is. */
    AgroalDataSource wrap(String name, AgroalDataSource made) {
        Pool pool = pools.get(name);
        return pool == null ? made : new BindDataSource(made, pool);
    }

    /** All connections are closed, the borrowed ones when they are given back. */
    public void dispose(String bind) {
        pool(bind).dispose();
    }

    /**
     * @throws DatabaseUnavailableException if no connection could be had, or the one that could does not answer
     */
    public void ping(String bind) {
        try {
            if (!pool(bind).answers()) {
                throw new NoConnectionException(bind, BindNames.displayFirst(bind) + " does not answer");
            }
        } catch (SQLException e) {
            throw new DatabaseUnavailableException(bind, e.getMessage(), e);
        }
    }

    public PoolStats stats(String bind) {
        return pool(bind).stats();
    }

    private Pool pool(String bind) {
        Pool pool = pools.get(bind);
        if (pool == null) {
            AgroalDataSourceUtil.dataSourceInstance(bind).get().getConfiguration(); // it is made when it is first used
            pool = pools.get(bind);
        }
        if (pool == null) {
            throw new IllegalStateException("The pool of " + BindNames.display(bind)
                    + " is not this extension's: it has a JDBC driver of its own");
        }
        return pool;
    }
}
