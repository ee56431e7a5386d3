package io.quarkiverse.binds.runtime.config;

import java.time.Duration;

import io.quarkus.runtime.annotations.ConfigPhase;
import io.quarkus.runtime.annotations.ConfigRoot;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** The readiness checks of the binds. */
@ConfigMapping(prefix = "quarkus.binds.health")
@ConfigRoot(phase = ConfigPhase.RUN_TIME)
public interface HealthRuntimeConfig {

    /**
     * Whether the answers of health checks have the keys of databases that are opened on the fly, and the reason why a database
     * is not available, with its URL and user. Every client that reaches the checks can read them.
     */
    @WithDefault("false")
    boolean details();

    /**
     * The time within which the check of a bind answers; a database that takes longer is `DOWN`. The time limit of the probe
     * that asks must be longer: load balancers often wait for 5 seconds. Kubernetes waits for 1 second, unless `timeoutSeconds`
     * of the probe is set.
     *
     * @asciidoclet
     */
    @WithDefault("3S")
    Duration timeout();
}
