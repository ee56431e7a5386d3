package io.quarkiverse.binds.runtime.config;

import io.quarkus.runtime.annotations.ConfigPhase;
import io.quarkus.runtime.annotations.ConfigRoot;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** The meters of the binds, which `quarkus.datasource.metrics.enabled` switches on. */
@ConfigMapping(prefix = "quarkus.binds.metrics")
@ConfigRoot(phase = ConfigPhase.RUN_TIME)
public interface MetricsRuntimeConfig {

    /**
     * How many open databases of a `dynamic` bind have meters of their own, each with nine series. The figures of further ones
     * are added up in meters with the tag `database=(others)`.
     *
     * @asciidoclet
     */
    @WithDefault("100")
    int maxDatabases();
}
