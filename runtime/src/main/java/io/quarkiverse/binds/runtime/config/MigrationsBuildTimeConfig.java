package io.quarkiverse.binds.runtime.config;

import java.util.Optional;

import io.quarkus.runtime.annotations.ConfigPhase;
import io.quarkus.runtime.annotations.ConfigRoot;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** Build-time keys of migrations. */
@ConfigMapping(prefix = "quarkus.binds.migrations")
@ConfigRoot(phase = ConfigPhase.BUILD_AND_RUN_TIME_FIXED)
public interface MigrationsBuildTimeConfig {

    /**
     * First argument by which the built application runs a command of migrations instead of serving:
     * `java -jar quarkus-run.jar db upgrade`. If it is empty there are no commands.
     *
     * @asciidoclet
     */
    @WithDefault(CommandMode.DEFAULT_NAME)
    Optional<String> command();
}
