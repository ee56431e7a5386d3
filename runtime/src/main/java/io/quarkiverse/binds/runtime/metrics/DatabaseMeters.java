package io.quarkiverse.binds.runtime.metrics;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import java.util.function.ToDoubleFunction;

import jakarta.inject.Singleton;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkiverse.binds.Bind;
import io.quarkiverse.binds.PoolStats;
import io.quarkiverse.binds.runtime.dynamic.DatabaseListener;

/** Meters of the pools of databases that are opened on the fly, which come and go with them. Thread-safe. */
@Singleton
public class DatabaseMeters implements DatabaseListener {

    private final MeterRegistry registry;
    private final Map<Id, List<Meter>> meters = new ConcurrentHashMap<>();

    private record Id(String bind, String key) {
    }

    DatabaseMeters(MeterRegistry registry) {
        this.registry = registry;
    }

    @Override
    public void opened(String bind, String key, Supplier<PoolStats> stats) {
        meters.put(new Id(bind, key), List.of(
                gauge(bind, key, "active", "Connections that are borrowed", stats, PoolStats::active),
                gauge(bind, key, "idle", "Connections that are open and at rest", stats, PoolStats::idle),
                gauge(bind, key, "waiting", "Threads that wait for a connection", stats, PoolStats::waiting),
                gauge(bind, key, "size", "Connections that are kept", stats, PoolStats::size)));
    }

    private Gauge gauge(String bind, String key, String name, String description, Supplier<PoolStats> stats,
            ToDoubleFunction<PoolStats> value) {
        return Gauge.builder("binds.pool." + name, () -> value.applyAsDouble(stats.get()))
                .description(description)
                .tag("bind", Bind.DEFAULT.equals(bind) ? "default" : bind)
                .tag("database", key)
                .register(registry);
    }

    @Override
    public void closed(String bind, String key) {
        List<Meter> removed = meters.remove(new Id(bind, key));
        if (removed != null) {
            removed.forEach(registry::remove);
        }
    }
}
