package io.quarkiverse.binds.runtime.config;

import io.quarkus.runtime.annotations.ConfigPhase;
import io.quarkus.runtime.annotations.ConfigRoot;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** Build-time keys of units of work. */
@ConfigMapping(prefix = "quarkus.binds.session")
@ConfigRoot(phase = ConfigPhase.BUILD_AND_RUN_TIME_FIXED)
public interface SessionBuildTimeConfig {

    /**
     * Whether every request to a REST resource is a unit of work by itself.
     */
    @WithDefault("true")
    boolean rest();
}
