package io.quarkiverse.binds.runtime.metrics;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

import jakarta.inject.Singleton;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.quarkiverse.binds.runtime.session.UnitOfWorkListener;

/** Timers of units of work, by their outcome and the binds that they have used. Thread-safe. */
@Singleton
public class UnitOfWorkTimers implements UnitOfWorkListener {

    private final MeterRegistry registry;
    private final Map<Kind, Timer> timers = new ConcurrentHashMap<>();

    /** @param binds sorted names */
    private record Kind(Outcome outcome, List<String> binds) {
    }

    UnitOfWorkTimers(MeterRegistry registry) {
        this.registry = registry;
    }

    @Override
    public void ended(End end) {
        Kind kind = new Kind(end.outcome(),
                end.binds().stream().map(used -> PoolMeterSet.display(used.bind())).sorted().toList());
        timers.computeIfAbsent(kind, this::timer).record(end.duration());
    }

    private Timer timer(Kind kind) {
        return Timer.builder("binds.unit.of.work")
                .description("Units of work that have used a database, from their first transaction to their end")
                .tag("outcome", kind.outcome().name().toLowerCase(Locale.ROOT))
                .tag("bind", kind.binds().isEmpty() ? "none" : kind.binds().stream().collect(Collectors.joining(",")))
                .register(registry);
    }
}
