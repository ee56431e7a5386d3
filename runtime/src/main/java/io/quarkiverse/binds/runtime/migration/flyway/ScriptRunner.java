package io.quarkiverse.binds.runtime.migration.flyway;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

import io.quarkiverse.binds.MigrationInfo;

/**
 * Applies and reverts the scripts of a bind. The methods are those of {@link io.quarkiverse.binds.Migrations}, with the same
 * values and exceptions. Thread-safe.
 */
public interface ScriptRunner {

    /**
     * The same with another directory of scripts than that of the configuration.
     *
     * @param directory contains a directory for each bind
     */
    ScriptRunner in(Path directory);

    List<String> upgrade(String bind, String target);

    List<String> downgrade(String bind, String target);

    Optional<String> current(String bind);

    List<MigrationInfo> history(String bind);

    /** Versions of the scripts that are not applied, in their order. */
    List<String> pending(String bind);

    void stamp(String bind, String target);
}
