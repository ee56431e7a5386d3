package io.quarkiverse.binds.runtime.health;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

import org.eclipse.microprofile.health.HealthCheckResponse;

import io.quarkiverse.binds.runtime.config.BindNames;
import io.quarkiverse.binds.runtime.config.PoolConfig;
import io.quarkiverse.binds.runtime.dynamic.DatabaseStates;
import io.quarkiverse.binds.runtime.pool.BindPools;
import io.quarkus.agroal.runtime.AgroalDataSourceUtil;
import io.quarkus.arc.Arc;
import io.quarkus.runtime.ShutdownContext;
import io.smallrye.health.api.HealthRegistry;
import io.smallrye.health.api.HealthType;
import io.smallrye.health.registry.HealthRegistries;

/** The readiness checks of the running application, in the registry of SmallRye Health. */
final class BindChecks {

    private final HealthRegistry registry = HealthRegistries.getRegistry(HealthType.READINESS);
    private final List<String> ids = new ArrayList<>();
    private final HealthThreads threads;
    private final Duration timeout;
    private final boolean details;

    private BindChecks(HealthThreads threads, Duration timeout, boolean details) {
        this.threads = threads;
        this.timeout = timeout;
        this.details = details;
    }

    /**
     * Registers the checks of all binds that are active and not excluded, until the application ends.
     *
     * @param binds names, and whether their databases are opened on the fly
     */
    static void register(Map<String, Boolean> binds, Duration timeout, boolean details, ShutdownContext shutdown) {
        HealthThreads threads = new HealthThreads();
        BindChecks checks = new BindChecks(threads, timeout, details);
        shutdown.addShutdownTask(() -> {
            checks.remove();
            threads.stop();
        });
        binds.forEach((bind, dynamic) -> {
            if (!PoolConfig.isExcludedFromHealth(bind) && AgroalDataSourceUtil.dataSourceIfActive(bind).isPresent()) {
                checks.register(bind, dynamic);
            }
        });
    }

    private void register(String bind, boolean dynamic) {
        String name = (dynamic ? "Databases of " : "Database of ") + BindNames.display(bind);
        Supplier<HealthCheckResponse> check = dynamic
                ? new DatabasesHealth(name, bind, bean(DatabaseStates.class), threads, details)
                : new DatabaseHealth(name, bind, AgroalDataSourceUtil.dataSourceInstance(bind).get(), bean(BindPools.class));
        String id = "binds." + bind;
        registry.register(id, new BoundedCheck(name, check, threads, timeout));
        ids.add(id);
    }

    /** Removes the checks: the registry outlives the application in dev mode and tests. */
    private void remove() {
        ids.forEach(registry::remove);
    }

    private static <T> T bean(Class<T> type) {
        return Arc.container().instance(type).get();
    }
}
