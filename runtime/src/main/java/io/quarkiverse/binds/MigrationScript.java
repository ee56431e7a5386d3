package io.quarkiverse.binds;

import java.nio.file.Path;
import java.util.List;

/**
 * A script that was written, with the script that reverts it. Immutable.
 *
 * @param version the version: the time in UTC as {@code yyyyMMddHHmmss}, or more if another script has a later version
 * @param file the script
 * @param undoFile the script that reverts it
 * @param changes the changes of the script
 * @since 0.1
 */
public record MigrationScript(String version, Path file, Path undoFile, List<MigrationChange> changes) {

    /**
     * Copies the changes.
     *
     * @param version the version of both files
     * @param file the path of the script
     * @param undoFile the path of the script that reverts it
     * @param changes none is null
     */
    public MigrationScript {
        changes = List.copyOf(changes);
    }
}
