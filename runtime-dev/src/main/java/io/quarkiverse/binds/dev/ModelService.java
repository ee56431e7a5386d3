package io.quarkiverse.binds.dev;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

import jakarta.inject.Singleton;

import io.quarkiverse.binds.Binds;
import io.quarkiverse.binds.Databases;
import io.quarkiverse.binds.MigrationChange;
import io.quarkiverse.binds.MigrationCheck;
import io.quarkiverse.binds.MigrationOptions;
import io.quarkiverse.binds.MigrationScript;
import io.quarkiverse.binds.Migrations;
import io.quarkus.runtime.annotations.DevMCPEnableByDefault;
import io.quarkus.runtime.annotations.JsonRpcDescription;

/** The page of the model against the database. Thread-safe. */
@Singleton
public class ModelService {

    private static final String KEY = "Key of the database of a dynamic bind, empty for another bind";
    private static final String BIND = "Name of the bind, <default> for the default bind";

    private final Binds binds;
    private final Databases databases;
    private final Migrations migrations;

    ModelService(Binds binds, Databases databases, Migrations migrations) {
        this.binds = binds;
        this.databases = databases;
        this.migrations = migrations;
    }

    /**
     * Differences between the entities of a bind and its database.
     *
     * @param sql the script that would be written, empty if there is nothing to change
     * @param problem why entities and database could not be compared; null if they could
     */
    public record Difference(boolean clean, int numberOfChanges, List<MigrationChange> changes, List<String> pending,
            List<String> notes, String sql, String problem) {
    }

    @JsonRpcDescription("Compare the entities of a bind with its database: the changes, the scripts that are not applied, and"
            + " the SQL that would make the database match the entities. Nothing is changed")
    @DevMCPEnableByDefault
    public Difference difference(@JsonRpcDescription(BIND) String bind, @JsonRpcDescription(KEY) String key) {
        try {
            return in(bind, key, () -> difference(bind));
        } catch (RuntimeException e) {
            return new Difference(false, 0, List.of(), List.of(), List.of(), "", Answer.cause(e));
        }
    }

    private Difference difference(String bind) {
        MigrationCheck check = migrations.check(bind);
        String sql = check.changes().isEmpty() ? "" : script(bind, !check.pending().isEmpty());
        return new Difference(check.isClean(), check.changes().size(), Bounds.first(Bounds.CHANGES, check.changes()),
                check.pending(), check.notes().stream().map(Bounds::text).toList(), Bounds.script(sql), null);
    }

    /**
     * The script as it would be written, with its warnings, so it is written to a directory that is deleted.
     *
     * @param offline whether the database lacks scripts, so that only the snapshot has the state to begin with
     */
    private String script(String bind, boolean offline) {
        MigrationOptions options = MigrationOptions.defaults();
        try {
            Path directory = Files.createTempDirectory("binds-difference-");
            try {
                Optional<MigrationScript> script = migrations.in(directory).migrate(bind, "not written yet",
                        offline ? options.asOffline() : options);
                return script.isEmpty() ? "" : Files.readString(script.get().file());
            } finally {
                delete(directory);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void delete(Path directory) throws IOException {
        try (Stream<Path> files = Files.walk(directory)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }

    @JsonRpcDescription("Write the script of a migration that makes the database of a bind match the entities, with the script"
            + " that reverts it; nothing is applied")
    public Answer writeMigration(@JsonRpcDescription(BIND) String bind, @JsonRpcDescription(KEY) String key,
            @JsonRpcDescription("What the migration does, such as: add price of a book") String message,
            @JsonRpcDescription("Whether statements that lose data are active instead of comments") boolean destructive) {
        if (message == null || message.isBlank()) {
            return Answer.failed("The migration needs a message, such as: add price of a book");
        }
        MigrationOptions options = destructive ? MigrationOptions.defaults().withDestructive() : MigrationOptions.defaults();
        try {
            Optional<MigrationScript> script = in(bind, key, () -> migrations.migrate(bind, message, options));
            return script.map(written -> Answer.done("Written: " + written.file() + " and " + written.undoFile()))
                    .orElseGet(() -> Answer.failed("There is nothing to change: no script is written"));
        } catch (RuntimeException e) {
            return Answer.failed(e);
        }
    }

    private <T> T in(String bind, String key, Supplier<T> task) {
        if (!binds.get(bind).dynamic()) {
            return task.get();
        }
        if (key == null || key.isBlank()) {
            throw new IllegalArgumentException("The bind is dynamic: the key of a database is needed");
        }
        return databases.of(bind).call(key, task::get);
    }
}
