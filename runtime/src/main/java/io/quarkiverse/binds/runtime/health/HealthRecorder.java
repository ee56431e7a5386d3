package io.quarkiverse.binds.runtime.health;

import java.util.Map;

import io.quarkiverse.binds.runtime.config.HealthRuntimeConfig;
import io.quarkus.runtime.RuntimeValue;
import io.quarkus.runtime.ShutdownContext;
import io.quarkus.runtime.annotations.Recorder;

/**
 * Registers the readiness check of each bind. No type that needs SmallRye Health is in a signature here, because the build also
 * reads the methods of this class, lambdas included, where it is absent.
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
        BindChecks.register(binds, settings.timeout(), settings.details(), shutdown);
    }
}
