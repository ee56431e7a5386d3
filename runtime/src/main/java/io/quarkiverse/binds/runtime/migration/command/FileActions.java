package io.quarkiverse.binds.runtime.migration.command;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

import io.quarkiverse.binds.Binds;
import io.quarkiverse.binds.MigrationInfo;
import io.quarkiverse.binds.runtime.catalog.CatalogKind;
import io.quarkiverse.binds.runtime.catalog.SchemaState;
import io.quarkiverse.binds.runtime.config.MigrationLocation;
import io.quarkiverse.binds.runtime.migration.file.ScriptFile;
import io.quarkiverse.binds.runtime.migration.file.ScriptFiles;
import io.quarkiverse.binds.runtime.migration.file.ScriptRoot;
import io.quarkiverse.binds.runtime.migration.file.Snapshot;
import io.quarkiverse.binds.runtime.migration.file.SnapshotMerge;
import io.quarkiverse.binds.runtime.migration.file.SnapshotMerge.Preference;

/** The part of the commands that works on the files of a bind. Thread-safe. */
final class FileActions {

    private final Binds binds;
    private final Clock clock;

    FileActions(Binds binds, Clock clock) {
        this.binds = binds;
        this.clock = clock;
    }

    ScriptFiles of(String bind) {
        return ScriptFiles.of(ScriptRoot.get(), bind, clock);
    }

    int init(String bind, Output output) {
        ScriptFiles files = of(bind);
        if (!isEmpty(files.directory())) {
            output.error("Directory " + files.directory() + " already exists and is not empty");
            return ExitCode.FAILED;
        }
        String kind = binds.get(bind).kind();
        CatalogKind catalogKind = CatalogKind.of(kind).orElseThrow(() -> new IllegalStateException(
                "Migrations are made for MySQL, MariaDB, PostgreSQL and H2, and not for " + kind));
        files.writeSnapshot(new Snapshot(catalogKind, new SchemaState(List.of(), List.of())));
        output.result("Made " + files.directory() + ". Write the first script by db migrate.");
        return ExitCode.OK;
    }

    private static boolean isEmpty(Path directory) {
        if (!Files.exists(directory)) {
            return true;
        }
        try (var entries = Files.list(directory)) {
            return entries.findAny().isEmpty();
        } catch (IOException e) {
            throw new UncheckedIOException(directory + " cannot be read: " + e.getMessage(), e);
        }
    }

    int heads(String bind, Output output) {
        List<ScriptFile> scripts = of(bind).scripts();
        if (!scripts.isEmpty()) {
            output.result(scripts.get(scripts.size() - 1).version() + " (head)");
        }
        return ExitCode.OK;
    }

    int history(String bind, Output output) {
        List<ScriptFile> scripts = of(bind).scripts();
        for (int i = scripts.size() - 1; i >= 0; i--) {
            ScriptFile script = scripts.get(i);
            output.result(script.version() + " " + script.message() + (i == scripts.size() - 1 ? " (head)" : "")
                    + (script.undoFile().isEmpty() ? ", cannot be reverted" : ""));
        }
        return ExitCode.OK;
    }

    int merge(String bind, Preference preference, Output output) {
        ScriptFiles files = of(bind);
        String text = files.snapshotText().orElse("");
        if (!SnapshotMerge.isNeeded(text)) {
            output.result("There is nothing to merge.");
            return ExitCode.OK;
        }
        try {
            files.writeSnapshot(SnapshotMerge.merge(text, preference));
        } catch (IllegalArgumentException | IllegalStateException e) {
            output.error(files.snapshotFile() + " cannot be merged. " + e.getMessage());
            return ExitCode.FAILED;
        }
        output.result(
                "Merged " + files.snapshotFile() + ". See by db check --offline whether it matches the entities, and commit"
                        + " it.");
        return ExitCode.OK;
    }

    /** Prints all scripts. */
    void print(String bind, Output output) {
        of(bind).scripts().forEach(script -> output.sql(read(script.file())));
    }

    /** Prints a script, from the directory or from the application. */
    void print(String bind, MigrationInfo script, boolean isUndo, Output output) {
        Optional<ScriptFile> file = ScriptRoot.find()
                .flatMap(root -> ScriptFiles.of(root, bind, clock).scripts().stream()
                        .filter(candidate -> candidate.version().equals(script.version())).findFirst());
        if (file.isPresent() && (!isUndo || file.get().undoFile().isPresent())) {
            output.sql(read(isUndo ? file.get().undoFile().get() : file.get().file()));
            return;
        }
        String name = MigrationLocation.of(bind) + "/" + (isUndo ? "U" : "V") + script.version() + "__"
                + script.message().replace(' ', '_') + ".sql";
        try (InputStream in = Thread.currentThread().getContextClassLoader().getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("Script " + name + " is not found, neither in the application nor in the"
                        + " directory of scripts" + ScriptRoot.find().map(root -> " " + root).orElse(""));
            }
            output.sql(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException("Script " + name + " cannot be read: " + e.getMessage(), e);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(file + " cannot be read: " + e.getMessage(), e);
        }
    }
}
