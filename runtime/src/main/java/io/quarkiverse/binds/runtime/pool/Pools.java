package io.quarkiverse.binds.runtime.pool;

import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

import jakarta.inject.Singleton;
import jakarta.transaction.TransactionManager;

import io.agroal.api.AgroalDataSource;
import io.agroal.api.cache.Acquirable;
import io.agroal.api.configuration.AgroalConnectionFactoryConfiguration;
import io.agroal.api.configuration.AgroalConnectionPoolConfiguration;
import io.agroal.api.configuration.AgroalDataSourceConfiguration.DataSourceImplementation;
import io.agroal.api.configuration.supplier.AgroalDataSourceConfigurationSupplier;
import io.agroal.api.transaction.TransactionAware;
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
    private final TransactionManager manager;
    private final Map<String, Pool> pools = new ConcurrentHashMap<>();
    private final Map<String, Replicas> replicas = new ConcurrentHashMap<>();
    private final Map<String, PoolTemplate> templates = new ConcurrentHashMap<>();
    private final List<DynamicDataSources> dynamic;

    Pools(@All List<FirstConnection> firstConnection, @All List<DynamicDataSources> dynamic, TransactionManager manager) {
        this.firstConnection = firstConnection;
        this.dynamic = dynamic;
        this.manager = manager;
    }

    /**
     * Makes the pool that is about to be made one of a bind.
     *
     * @param kind the kind of its database
     * @param configured the configuration, complete but for this
     * @param transactions its part in transactions
     * @param ofReplicas the part in transactions of the pool of its replicas, if it has any
     * @param readOnly whether what this thread does needs no more than a replica
     */
    public void configure(String bind, String kind, AgroalDataSourceConfigurationSupplier configured,
            TransactionIntegration transactions, TransactionIntegration ofReplicas, BooleanSupplier readOnly) {
        AgroalConnectionPoolConfiguration so = soFar(configured);
        AgroalConnectionFactoryConfiguration connections = so.connectionFactoryConfiguration();
        PoolSettings settings = settings(bind, so);
        Inventory inventory = new Inventory(settings);
        Opener opener = new Opener(settings, new Hosts(settings.name(), kind, connections.jdbcUrl(), true), connections,
                inventory, () -> tell(bind, () -> AgroalDataSourceUtil.dataSourceInstance(bind).get().getConnection()));
        connections.jdbcProperties().put(Opener.PROPERTY, opener);
        Pool pool = new Pool(settings, inventory, opener);
        pool.configure(so, configured.connectionPoolConfiguration(), transactions);
        pools.put(bind, pool);
        PoolKeys.replicas(bind).ifPresentOrElse(
                url -> replicas.put(bind, new Replicas(new PoolCopy(kind, so).make(settings, Login.of(url), false, Map.of(),
                        () -> {
                        }, null, ofReplicas), readOnly)),
                () -> replicas.remove(bind));
    }

    /**
     * Makes the pool that is about to be made the pattern of those of a bind whose databases are opened on the fly.
     *
     * @param transactions makes the part in transactions of each
     */
    public void configureDynamic(String bind, String kind, AgroalDataSourceConfigurationSupplier configured,
            Supplier<TransactionIntegration> transactions) {
        AgroalConnectionPoolConfiguration so = soFar(configured);
        configured.connectionPoolConfiguration().minSize(0).initialSize(0);
        templates.put(bind, new PoolTemplate(settings(bind, so), kind, so, transactions,
                pool -> tell(bind, pool::getConnection)));
    }

    private void tell(String bind, FirstConnection.Connections connections) {
        firstConnection.forEach(listener -> listener.opened(bind, connections));
    }

    /** The same where an XA datasource opens the connections, so that some of what is done for others cannot be. */
    public void configureXa(String bind, String kind, AgroalDataSourceConfigurationSupplier configured,
            TransactionIntegration transactions) {
        AgroalConnectionPoolConfiguration so = soFar(configured);
        PoolSettings settings = settings(bind, so);
        Pool pool = new Pool(settings, new Inventory(settings), null);
        pool.configure(so, configured.connectionPoolConfiguration(), transactions);
        pools.put(bind, pool);
    }

    /** What has been configured can be read only where no more can be written: the supplier goes on with a copy. */
    private static AgroalConnectionPoolConfiguration soFar(AgroalDataSourceConfigurationSupplier configured) {
        AgroalConnectionPoolConfiguration so = configured.connectionPoolConfiguration().get();
        configured.connectionPoolConfiguration(so);
        return so;
    }

    private static PoolSettings settings(String bind, AgroalConnectionPoolConfiguration pool) {
        boolean always = pool.validateOnBorrow();
        Duration idle = pool.idleValidationTimeout();
        return new PoolSettings(PoolName.ofBind(bind), Math.min(PoolKeys.size(bind), pool.maxSize()), pool.maxSize(),
                pool.acquisitionTimeout(), always || !idle.isZero(), always ? Duration.ZERO : idle, pool.maxLifetime());
    }

    /** The datasource of a bind as applications see it; any other as it is. */
    AgroalDataSource wrap(String name, AgroalDataSource made) {
        PoolTemplate template = templates.get(name);
        if (template != null) {
            template.serves(made);
            return dynamic.get(0).make(name, made, template);
        }
        Pool pool = pools.get(name);
        if (pool == null) {
            return made;
        }
        if (made.getConfiguration().dataSourceImplementation() == DataSourceImplementation.AGROAL_POOLLESS) {
            pools.remove(name); // there is nothing to be pooled, and nothing comes back
            return made;
        }
        pool.serves(made);
        return new BindDataSource(made, pool, replicas.get(name));
    }

    /** Ends a connection under the hands of its borrower, who gets an error; for one that waits for a silent server. */
    public void abort(String bind, TransactionAware connection) {
        PoolTemplate template = templates.get(bind);
        if (template != null) {
            template.abort((Acquirable) connection);
            return;
        }
        Pool pool = pools.get(bind);
        if (pool == null || !pool.abort((Acquirable) connection)) {
            Replicas copies = replicas.get(bind);
            if (copies != null) {
                copies.abort((Acquirable) connection);
            }
        }
    }

    /** All connections are closed, the borrowed ones when they are given back. */
    public void dispose(String bind) {
        if (PoolKeys.isDynamic(bind)) {
            MadeAtFirstUse.get(templates, bind).dispose();
            return;
        }
        MadeAtFirstUse.get(pools, bind).dispose();
        Replicas copies = replicas.get(bind);
        if (copies != null) {
            copies.dispose();
        }
    }

    /**
     * @throws DatabaseUnavailableException if no connection could be had, or the one that could does not answer
     */
    public void ping(String bind) {
        if (PoolKeys.isDynamic(bind)) {
            dynamic.get(0).ping(bind);
            return;
        }
        // else it would ask on the connection of the unit of work
        try (Suspended outer = new Suspended(manager)) {
            if (!MadeAtFirstUse.get(pools, bind).answers()) {
                throw new NoConnectionException(bind, BindNames.displayFirst(bind) + " does not answer");
            }
        } catch (SQLException e) {
            throw new DatabaseUnavailableException(bind, e.getMessage(), e);
        }
    }

    public PoolStats stats(String bind) {
        return PoolKeys.isDynamic(bind) ? MadeAtFirstUse.get(templates, bind).stats()
                : MadeAtFirstUse.get(pools, bind).stats();
    }
}
