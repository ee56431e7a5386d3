package io.quarkiverse.binds.runtime.migration.command;

import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

import io.quarkiverse.binds.MigrationChange;
import io.quarkiverse.binds.MigrationCheck;
import io.quarkiverse.binds.MigrationInfo;
import io.quarkiverse.binds.MigrationOptions;
import io.quarkiverse.binds.MigrationScript;
import io.quarkiverse.binds.Migrations;
import io.quarkiverse.binds.Schema;
import io.quarkiverse.binds.runtime.migration.file.ScriptFiles;

/** Runs a command on one target by calls of the beans. Thread-safe. */
final class Actions {

    private final Supplier<Migrations> migrations;
    private final Supplier<Schema> schema;
    private final FileActions files;
    private final Consumer<String> entities;

    /** @param entities makes the entities of a bind known */
    Actions(Supplier<Migrations> migrations, Supplier<Schema> schema, FileActions files,
            Consumer<String> entities) {
        this.migrations = migrations;
        this.schema = schema;
        this.files = files;
        this.entities = entities;
    }

    /** @return the exit code */
    int run(Arguments arguments, String bind, Output output) {
        if (arguments.needsEntities()) {
            entities.accept(bind);
        }
        return switch (arguments.action()) {
            case INIT -> files.init(bind, output);
            case MIGRATE -> migrate(arguments, bind, output);
            case UPGRADE -> arguments.sql() ? sql(arguments, bind, output) : upgrade(arguments, bind, output);
            case DOWNGRADE -> arguments.sql() ? undoSql(arguments, bind, output) : downgrade(arguments, bind, output);
            case CHECK -> check(arguments, bind, output);
            case CURRENT -> current(bind, output);
            case HISTORY -> history(arguments, bind, output);
            case STAMP -> stamp(arguments, bind, output);
            case HEADS -> files.heads(bind, output);
            case MERGE -> files.merge(bind, arguments.preference(), output);
            case CREATE_ALL -> tables("created", schema.get().createAll(bind), bind, output);
            case DROP_ALL -> tables("dropped", schema.get().dropAll(bind), bind, output);
            case SQL -> sql(arguments, bind, output);
        };
    }

    private int migrate(Arguments arguments, String bind, Output output) {
        ScriptFiles scripts = files.of(bind);
        if (!Files.isDirectory(scripts.directory())) {
            output.error("Path doesn't exist: " + scripts.directory() + ". Please use the 'init' command before");
            return ExitCode.FAILED;
        }
        boolean hadSnapshot = scripts.snapshotText().isPresent();
        MigrationOptions options = new MigrationOptions(arguments.offline(), arguments.allowDestructive());
        Optional<MigrationScript> written = migrations.get().migrate(bind, arguments.message(), options);
        if (written.isEmpty()) {
            output.result("No changes in schema detected.");
            if (!hadSnapshot && scripts.snapshotText().isPresent()) {
                output.result("Wrote " + scripts.snapshotFile() + ", the tables after the scripts that are there already.");
            }
            compare(arguments, bind).notes().forEach(note -> output.result("Note: " + note));
            return ExitCode.OK;
        }
        MigrationScript script = written.get();
        output.result("Wrote " + script.file());
        script.changes().forEach(change -> output.result("  " + describe(change)));
        if (!arguments.allowDestructive() && script.changes().stream().anyMatch(MigrationChange::losesData)) {
            output.result("What loses data is a comment in the script, since --allow-destructive is not given.");
        }
        output.result("Review the script, then apply it by db upgrade.");
        return ExitCode.OK;
    }

    private static String describe(MigrationChange change) {
        return change.description() + (change.losesData() ? " (loses data)" : "");
    }

    private int upgrade(Arguments arguments, String bind, Output output) {
        List<String> applied = migrations.get().upgrade(bind, arguments.target());
        applied.forEach(version -> output.result("Applied " + version));
        if (applied.isEmpty()) {
            output.result("There is no script to apply.");
        }
        return ExitCode.OK;
    }

    private int downgrade(Arguments arguments, String bind, Output output) {
        List<String> reverted = migrations.get().downgrade(bind, arguments.target());
        reverted.forEach(version -> output.result("Reverted " + version));
        if (reverted.isEmpty()) {
            output.result("There is no script to revert.");
        }
        return ExitCode.OK;
    }

    private int check(Arguments arguments, String bind, Output output) {
        MigrationCheck check = compare(arguments, bind);
        check.notes().forEach(note -> output.result("Note: " + note));
        if (!check.pending().isEmpty()) {
            output.error("Target database is not up to date. Not applied: " + String.join(", ", check.pending())
                    + ". Apply them by db upgrade.");
        }
        if (!check.changes().isEmpty()) {
            output.error("New upgrade operations detected:");
            check.changes().forEach(change -> output.error("  " + describe(change)));
            output.error("Write a script for them by db migrate.");
        }
        if (!check.isClean()) {
            return ExitCode.FAILED;
        }
        output.result("No new upgrade operations detected.");
        return ExitCode.OK;
    }

    private MigrationCheck compare(Arguments arguments, String bind) {
        return arguments.offline() ? migrations.get().checkOffline(bind) : migrations.get().check(bind);
    }

    private int current(String bind, Output output) {
        String head = head(migrations.get().history(bind));
        migrations.get().current(bind).ifPresent(version -> output.result(version + (version.equals(head) ? " (head)" : "")));
        return ExitCode.OK;
    }

    /** @return null if there is no script */
    private static String head(List<MigrationInfo> history) {
        return history.stream().filter(script -> script.state() != MigrationInfo.State.MISSING)
                .reduce((one, other) -> other).map(MigrationInfo::version).orElse(null);
    }

    private int history(Arguments arguments, String bind, Output output) {
        if (arguments.offline()) {
            return files.history(bind, output);
        }
        List<MigrationInfo> history = migrations.get().history(bind);
        String head = head(history);
        String current = migrations.get().current(bind).orElse(null);
        for (int i = history.size() - 1; i >= 0; i--) {
            MigrationInfo script = history.get(i);
            output.result(script.version() + " " + script.message() + (script.version().equals(head) ? " (head)" : "")
                    + (script.version().equals(current) ? " (current)" : "") + ", " + state(script));
        }
        return ExitCode.OK;
    }

    private static String state(MigrationInfo script) {
        return switch (script.state()) {
            case PENDING -> "not applied";
            case APPLIED -> "applied" + (script.appliedAt() == null ? "" : " " + script.appliedAt());
            case FAILED -> "failed" + (script.appliedAt() == null ? "" : " " + script.appliedAt());
            case MISSING -> "applied, but the script is missing";
        };
    }

    private int stamp(Arguments arguments, String bind, Output output) {
        migrations.get().stamp(bind, arguments.target());
        output.result("Stamped " + migrations.get().current(bind).orElse("base"));
        return ExitCode.OK;
    }

    private int sql(Arguments arguments, String bind, Output output) {
        if (arguments.offline()) {
            files.print(bind, output);
            return ExitCode.OK;
        }
        List<MigrationInfo> pending = migrations.get().history(bind).stream()
                .filter(script -> script.state() == MigrationInfo.State.PENDING).toList();
        Selection.upTo(pending, arguments.target()).forEach(script -> files.print(bind, script, false, output));
        return ExitCode.OK;
    }

    private int undoSql(Arguments arguments, String bind, Output output) {
        List<MigrationInfo> applied = migrations.get().history(bind).stream()
                .filter(script -> script.state() == MigrationInfo.State.APPLIED).toList();
        Selection.downTo(applied, arguments.target()).forEach(script -> files.print(bind, script, true, output));
        return ExitCode.OK;
    }

    private static int tables(String done, Map<String, List<String>> tables, String bind, Output output) {
        List<String> names = tables.getOrDefault(bind, List.of());
        output.result(names.isEmpty() ? "No table was " + done + "." : "Tables " + done + ": " + String.join(", ", names));
        return ExitCode.OK;
    }
}
