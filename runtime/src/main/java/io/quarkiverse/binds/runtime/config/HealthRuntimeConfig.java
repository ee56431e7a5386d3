package io.quarkiverse.binds.runtime.config;

import io.quarkus.runtime.annotations.ConfigPhase;
import io.quarkus.runtime.annotations.ConfigRoot;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** The content of health check answers. */
@ConfigMapping(prefix = "quarkus.binds.health")
@ConfigRoot(phase = ConfigPhase.RUN_TIME)
public interface HealthRuntimeConfig {

    /**
     * Whether the answers of health checks have the keys of databases that are opened on the fly, and the reason why a database
     * is not available, with its URL and user. Every client that reaches the checks can read them.
     */
    @WithDefault("false")
    boolean details();
}
