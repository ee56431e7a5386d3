package io.quarkiverse.binds.runtime.metrics;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkiverse.binds.BindInfo;
import io.quarkiverse.binds.Binds;
import io.quarkiverse.binds.PoolStats;
import io.quarkiverse.binds.runtime.config.MetricsRuntimeConfig;
import io.quarkiverse.binds.runtime.config.PoolConfig;
import io.quarkiverse.binds.runtime.dynamic.DatabaseListener;
import io.quarkiverse.binds.runtime.metrics.PoolMeterSet.Role;
import io.quarkiverse.binds.runtime.pool.BindPools;
import io.quarkiverse.binds.runtime.pool.PoolName;
import io.quarkiverse.binds.runtime.pool.WaitListener;
import io.quarkus.agroal.runtime.AgroalDataSourceUtil;
import io.quarkus.agroal.runtime.DataSourcesJdbcBuildTimeConfig;
import io.quarkus.runtime.StartupEvent;

/** The meters of the pools of all binds. Those of databases on the fly come and go with them. Thread-safe. */
@Singleton
public class PoolMeters implements DatabaseListener, WaitListener {

    /** The value of the tag "database" in a bind with one database: all meters of a name have the same tags. */
    private static final String SINGLE = "none";

    private final MeterRegistry registry;
    private final MetricsRuntimeConfig config;
    private final Map<String, PoolMeterSet> primaries = new ConcurrentHashMap<>();
    private final Map<String, PoolMeterSet> replicas = new ConcurrentHashMap<>();
    private final Map<String, OpenDatabases> dynamic = new ConcurrentHashMap<>();

    PoolMeters(MeterRegistry registry, MetricsRuntimeConfig config) {
        this.registry = registry;
        this.config = config;
    }

    void start(@Observes StartupEvent event, Binds binds, BindPools pools, DataSourcesJdbcBuildTimeConfig datasources) {
        for (BindInfo bind : binds.list()) {
            String name = bind.name();
            if (!bind.dynamic() && datasources.dataSources().get(name).jdbc().metrics().enabled().orElse(true)
                    && AgroalDataSourceUtil.dataSourceIfActive(name).isPresent()) {
                primaries.put(name, new PoolMeterSet(registry, name, SINGLE, Role.PRIMARY,
                        () -> pools.statsIfMade(name).orElse(PoolFigures.NONE)));
                if (PoolConfig.replicas(name).isPresent()) {
                    replicas.put(name, new PoolMeterSet(registry, name, SINGLE, Role.REPLICA,
                            () -> pools.statsOfReplicasIfMade(name).orElse(PoolFigures.NONE)));
                }
            }
        }
    }

    @Override
    public void opened(String bind, String key, Supplier<PoolStats> stats) {
        dynamic.computeIfAbsent(bind, name -> new OpenDatabases(registry, name, config.maxDatabases())).opened(key, stats);
    }

    @Override
    public void waited(PoolName pool, boolean ofReplicas, long nanos) {
        if (pool.database() != null) {
            OpenDatabases databases = dynamic.get(pool.bind());
            if (databases != null) { // else the first database is being opened
                databases.waited(pool.database(), nanos);
            }
            return;
        }
        PoolMeterSet meters = (ofReplicas ? replicas : primaries).get(pool.bind());
        if (meters != null) { // else the meters of the bind are switched off
            meters.waited(nanos);
        }
    }

    @Override
    public void closed(String bind, String key) {
        dynamic.get(bind).closed(key);
    }
}
