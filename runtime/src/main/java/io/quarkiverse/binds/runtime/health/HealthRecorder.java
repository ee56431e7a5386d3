package io.quarkiverse.binds.runtime.health;

import java.util.Map;

import io.quarkiverse.binds.runtime.config.HealthRuntimeConfig;
import io.quarkiverse.binds.runtime.config.PoolConfig;
import io.quarkus.agroal.runtime.AgroalDataSourceUtil;
import io.quarkus.runtime.RuntimeValue;
import io.quarkus.runtime.ShutdownContext;
import io.quarkus.runtime.annotations.Recorder;

/**
 * Registers the readiness check of each bind. No type of SmallRye Health is named here, because the build also reads this class
 * where they are absent.
 */
@Recorder
public class HealthRecorder {

    private final RuntimeValue<HealthRuntimeConfig> config;

    public HealthRecorder(RuntimeValue<HealthRuntimeConfig> config) {
        this.config = config;
    }

    /** @param binds the binds with a check, and whether their databases are opened on the fly */
    public void register(Map<String, Boolean> binds, ShutdownContext shutdown) {
        HealthRuntimeConfig settings = config.getValue();
        HealthThreads threads = new HealthThreads();
        BindChecks checks = new BindChecks(threads, settings.timeout(), settings.details());
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
}
