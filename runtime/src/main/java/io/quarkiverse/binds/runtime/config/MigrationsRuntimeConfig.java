package io.quarkiverse.binds.runtime.config;

import java.util.Optional;

import io.quarkus.runtime.annotations.ConfigDocDefault;
import io.quarkus.runtime.annotations.ConfigPhase;
import io.quarkus.runtime.annotations.ConfigRoot;
import io.smallrye.config.ConfigMapping;

/** Migrations of the tables of all binds. */
@ConfigMapping(prefix = "quarkus.binds.migrations")
@ConfigRoot(phase = ConfigPhase.RUN_TIME)
public interface MigrationsRuntimeConfig {

    /**
     * Directory with scripts that are applied besides the packaged ones, and instead of packaged ones of the same name. It has
     * one directory for each bind, as `db/migration` has.
     *
     * @asciidoclet
     */
    @ConfigDocDefault("`src/main/resources/db/migration` in dev mode, else none")
    Optional<String> directory();
}
