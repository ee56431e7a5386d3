package io.quarkiverse.binds.runtime.metrics;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.function.ToDoubleFunction;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.Timer;
import io.quarkiverse.binds.Bind;
import io.quarkiverse.binds.PoolStats;

/** The meters of one pool, or of several together. */
final class PoolMeterSet {

    private static final String PREFIX = "binds.pool.";

    private final MeterRegistry registry;
    private final Tags tags;
    private final Supplier<PoolStats> stats;
    private final List<Meter> meters = new ArrayList<>();
    private final Timer wait;

    /** The values of the tag "role". */
    enum Role {
        PRIMARY,
        REPLICA
    }

    /** @param stats returns the current figures; the meters hold it */
    PoolMeterSet(MeterRegistry registry, String bind, String database, Role role, Supplier<PoolStats> stats) {
        this.registry = registry;
        this.tags = Tags.of("bind", display(bind), "database", database, "role", role.name().toLowerCase(Locale.ROOT));
        this.stats = stats;
        gauge("active", "Connections that are borrowed", PoolStats::active);
        gauge("idle", "Connections that are open and at rest", PoolStats::idle);
        gauge("waiting", "Threads that wait for a connection", PoolStats::waiting);
        gauge("size", "Connections that are kept", PoolStats::size);
        // "created" is no name for a counter: Prometheus reserves that ending
        counter("opened", "Connections opened", PoolStats::created);
        counter("lost", "Connections found lost", PoolStats::lost);
        counter("recycled", "Connections replaced because of their age", PoolStats::recycled);
        counter("pings", "Times that a server was asked whether a connection is alive", PoolStats::pings);
        counter("waits", "Borrowings that had to wait because all connections were borrowed", PoolStats::waits);
        wait = Timer.builder(PREFIX + "wait")
                .description("Times that borrowers have waited because all connections were borrowed")
                .tags(tags).register(registry);
        meters.add(wait);
    }

    /** The name of a bind in a tag. */
    static String display(String bind) {
        return Bind.DEFAULT.equals(bind) ? "default" : bind;
    }

    private void gauge(String name, String description, ToDoubleFunction<PoolStats> value) {
        meters.add(Gauge.builder(PREFIX + name, () -> value.applyAsDouble(stats.get())).description(description).tags(tags)
                .register(registry));
    }

    private void counter(String name, String description, ToDoubleFunction<PoolStats> value) {
        // the counter holds its object weakly; this set, which it is here, is held by PoolMeters
        meters.add(FunctionCounter.builder(PREFIX + name, this, set -> value.applyAsDouble(set.stats.get()))
                .description(description).tags(tags).register(registry));
    }

    void waited(long nanos) {
        wait.record(nanos, TimeUnit.NANOSECONDS);
    }

    /** Removes the meters, which are not shown any more. */
    void remove() {
        meters.forEach(registry::remove);
    }
}
