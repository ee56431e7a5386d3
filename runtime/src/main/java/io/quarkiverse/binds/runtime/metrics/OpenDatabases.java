package io.quarkiverse.binds.runtime.metrics;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;

import org.jboss.logging.Logger;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkiverse.binds.PoolStats;
import io.quarkiverse.binds.runtime.config.BindNames;
import io.quarkiverse.binds.runtime.metrics.PoolMeterSet.Role;

/**
 * The meters of the open databases of one dynamic bind. Beyond a number of databases, the figures of further ones are added up
 * under a single tag value. Thread-safe.
 */
final class OpenDatabases {

    /** The value of the tag "database" of those that have no meters of their own. */
    static final String OTHERS = "(others)";

    private static final Logger LOG = Logger.getLogger("io.quarkiverse.binds");

    private final MeterRegistry registry;
    private final String bind;
    private final int max;
    private final Map<String, PoolMeterSet> own = new HashMap<>();
    private final Map<String, Supplier<PoolStats>> others = new HashMap<>();
    private PoolStats ofClosedOthers = PoolFigures.NONE;
    private PoolMeterSet ofOthers;

    /** @param max the number of databases with meters of their own */
    OpenDatabases(MeterRegistry registry, String bind, int max) {
        this.registry = registry;
        this.bind = bind;
        this.max = max;
    }

    synchronized void opened(String key, Supplier<PoolStats> stats) {
        if (own.size() < max) {
            own.put(key, new PoolMeterSet(registry, bind, key, Role.PRIMARY, stats));
            return;
        }
        others.put(key, stats);
        if (ofOthers == null) {
            ofOthers = new PoolMeterSet(registry, bind, OTHERS, Role.PRIMARY, this::ofOthers);
            LOG.infof("%s has more than %d open databases: the figures of further ones are added up in meters with the tag"
                    + " database=%s. Set quarkus.binds.metrics.max-databases to change the number",
                    BindNames.displayFirst(bind), max, OTHERS);
        }
    }

    void waited(String key, long nanos) {
        PoolMeterSet meters = metersOf(key);
        if (meters != null) {
            meters.waited(nanos);
        }
    }

    /** @return null while the database is being opened, and after its close */
    private synchronized PoolMeterSet metersOf(String key) {
        return others.containsKey(key) ? ofOthers : own.get(key);
    }

    synchronized void closed(String key) {
        PoolMeterSet removed = own.remove(key);
        if (removed != null) {
            removed.remove();
        }
        Supplier<PoolStats> other = others.remove(key);
        if (other != null) {
            ofClosedOthers = PoolFigures.sum(ofClosedOthers, PoolFigures.countsOf(other.get()));
        }
    }

    /** The counts include those of closed databases, since a counter must not decrease. */
    private synchronized PoolStats ofOthers() {
        PoolStats sum = ofClosedOthers;
        for (Supplier<PoolStats> stats : others.values()) {
            sum = PoolFigures.sum(sum, stats.get());
        }
        return sum;
    }
}
