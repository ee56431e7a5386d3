package io.quarkiverse.binds.runtime.config;

import java.util.List;
import java.util.Optional;

import io.quarkus.runtime.annotations.ConfigDocDefault;
import io.quarkus.runtime.annotations.ConfigPhase;
import io.quarkus.runtime.annotations.ConfigRoot;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

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
    @ConfigDocDefault("src/main/resources/db/migration in dev mode, else none")
    Optional<String> directory();

    /**
     * Tables and sequences that are left out of comparisons and scripts, by their names, in which `*` stands for any
     * characters.
     *
     * @asciidoclet
     */
    Optional<List<String>> exclude();

    /**
     * Whether each start compares the entities with the snapshots beside the scripts, without a server, and warns of a
     * difference or fails.
     */
    @WithDefault("off")
    StartCheck check();

    /** Consequence of a difference between entities and snapshot. */
    enum StartCheck {
        OFF,
        WARN,
        FAIL
    }
}
