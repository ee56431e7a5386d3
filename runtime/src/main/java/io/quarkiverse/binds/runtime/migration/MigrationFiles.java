package io.quarkiverse.binds.runtime.migration;

import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;

import io.quarkiverse.binds.runtime.migration.file.PackagedSnapshot;
import io.quarkiverse.binds.runtime.migration.file.ScriptFiles;
import io.quarkiverse.binds.runtime.migration.file.ScriptRoot;
import io.quarkiverse.binds.runtime.migration.file.Snapshot;

/** The directory that scripts are written to, and the snapshots that are read from there or from the package. Thread-safe. */
@Singleton
class MigrationFiles {

    private final Path directory;

    @Inject
    MigrationFiles() {
        this(null);
    }

    /** @param directory of all binds; null for that of the configuration or the sources */
    private MigrationFiles(Path directory) {
        this.directory = directory;
    }

    MigrationFiles in(Path other) {
        return new MigrationFiles(other);
    }

    /** @throws IllegalStateException if no directory is configured, and the current directory is not that of a project */
    ScriptFiles writable(String bind) {
        return ScriptFiles.of(directory == null ? ScriptRoot.get() : directory, bind, Clock.systemUTC());
    }

    /** Whether there are scripts that were not written by {@code migrate}. */
    boolean lacksSnapshotOfScripts(String bind) {
        Optional<Path> root = Optional.ofNullable(directory).or(ScriptRoot::find);
        return root.map(found -> ScriptFiles.of(found, bind, Clock.systemUTC()))
                .filter(files -> !files.scripts().isEmpty() && files.snapshotText().isEmpty()).isPresent();
    }

    /** The snapshot in the directory, or else that in the package. */
    Optional<Snapshot> snapshot(String bind) {
        Optional<Path> root = Optional.ofNullable(directory).or(ScriptRoot::find);
        return root.flatMap(found -> ScriptFiles.of(found, bind, Clock.systemUTC()).snapshot())
                .or(() -> PackagedSnapshot.find(bind));
    }
}
