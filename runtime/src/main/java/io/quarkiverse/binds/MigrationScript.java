package io.quarkiverse.binds;

import java.nio.file.Path;
import java.util.List;

/**
 * A script that was written, with the script that reverts it.
 *
 * @param file the script
 * @param undoFile the script that reverts it
 * @param changes the changes of the script
 * @since 0.1
 */
public record MigrationScript(String version, Path file, Path undoFile, List<MigrationChange> changes) {

    /** Copies the lists. */
    public MigrationScript {
        changes = List.copyOf(changes);
    }
}
