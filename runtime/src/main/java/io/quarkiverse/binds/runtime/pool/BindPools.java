package io.quarkiverse.binds.runtime.pool;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

import jakarta.enterprise.inject.Instance;
import jakarta.inject.Singleton;

import io.agroal.api.AgroalDataSource;
import io.agroal.api.cache.Acquirable;
import io.agroal.api.configuration.AgroalDataSourceConfiguration.DataSourceImplementation;
import io.agroal.api.transaction.TransactionAware;
import io.quarkiverse.binds.Binds;
import io.quarkiverse.binds.DatabaseUnavailableException;
import io.quarkiverse.binds.PoolStats;
import io.quarkus.arc.All;

/** The pools of all binds. Thread-safe. */
@Singleton
public class BindPools {

    private final Map<String, BindPool> pools = new ConcurrentHashMap<>();
    private final List<DataSourceTracing> tracings;
    private final Instance<Binds> binds;

    BindPools(@All List<DataSourceTracing> tracings, Instance<Binds> binds) {
        this.tracings = tracings;
        this.binds = binds;
    }

    /** Adds the pool of a bind whose datasource Quarkus is about to make. */
    void add(String bind, BindPool pool) {
        pools.put(bind, pool);
    }

    /** Returns the datasource of a bind as applications see it, and any other datasource unchanged. */
    AgroalDataSource wrap(String name, AgroalDataSource made) {
        BindPool pool = pools.get(name);
        if (pool == null) {
            if (binds.get().list().stream().anyMatch(bind -> bind.name().equals(name))) {
                UnmanagedPool.warn(name, made.getConfiguration().connectionPoolConfiguration());
            }
            return made;
        }
        if (made.getConfiguration().dataSourceImplementation() == DataSourceImplementation.AGROAL_POOLLESS) {
            pools.remove(name); // without a pool there is no lease and no return of a connection
            return made;
        }
        AgroalDataSource traced = made;
        for (DataSourceTracing tracing : tracings) {
            traced = tracing.ofBind(traced, PoolName.ofBind(name));
        }
        return pool.attach(traced);
    }

    /** Aborts a borrowed connection whose borrower waits for a server that does not answer. */
    public void abort(String bind, TransactionAware connection) {
        BindPool pool = pools.get(bind);
        if (pool != null) {
            pool.abort((Acquirable) connection);
        }
    }

    /** Closes all connections of a bind; a borrowed connection is closed when it is returned. */
    public void dispose(String bind) {
        pool(bind).dispose();
    }

    /** @throws DatabaseUnavailableException if no connection is available, or the server does not answer on it */
    public void ping(String bind) {
        pool(bind).ping();
    }

    public PoolStats stats(String bind) {
        return pool(bind).stats();
    }

    /** The figures of the pool of a bind; empty if the pool is not made yet, or not managed by this extension. */
    public Optional<PoolStats> statsIfMade(String bind) {
        return Optional.ofNullable(pools.get(bind)).map(BindPool::stats);
    }

    /** The figures of the pool of the replicas of a bind; empty if it has none, or the pool is not made yet. */
    public Optional<PoolStats> statsOfReplicasIfMade(String bind) {
        return Optional.ofNullable(pools.get(bind)).flatMap(BindPool::statsOfReplicas);
    }

    private BindPool pool(String bind) {
        return LazyDataSources.get(pools, bind);
    }
}
