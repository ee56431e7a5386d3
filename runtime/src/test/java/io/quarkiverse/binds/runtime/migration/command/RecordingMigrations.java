package io.quarkiverse.binds.runtime.migration.command;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import io.quarkiverse.binds.MigrationChange;
import io.quarkiverse.binds.MigrationCheck;
import io.quarkiverse.binds.MigrationInfo;
import io.quarkiverse.binds.MigrationInfo.State;
import io.quarkiverse.binds.MigrationOptions;
import io.quarkiverse.binds.MigrationScript;
import io.quarkiverse.binds.Migrations;

/** Records calls, and answers as a database with the scripts 1 (applied), 2 (applied) and 3 (pending). */
final class RecordingMigrations implements Migrations {

    static final MigrationChange ADD = new MigrationChange("book", "add column book.price decimal(10,2)", false);
    static final MigrationChange DROP = new MigrationChange("book", "drop column book.isbn", true);

    final List<String> calls = Collections.synchronizedList(new ArrayList<>());
    final Map<String, RuntimeException> failures = new HashMap<>();
    MigrationCheck check = new MigrationCheck("users", List.of(), List.of(), List.of());
    List<MigrationChange> changes = List.of();

    private void record(String call, String bind) {
        calls.add(call);
        RuntimeException failure = failures.get(bind);
        if (failure != null) {
            throw failure;
        }
    }

    @Override
    public Migrations in(Path directory) {
        return this;
    }

    @Override
    public MigrationCheck check(String bind) {
        record("check " + bind, bind);
        return check;
    }

    @Override
    public MigrationCheck checkOffline(String bind) {
        record("checkOffline " + bind, bind);
        return check;
    }

    @Override
    public Optional<MigrationScript> migrate(String bind, String message, MigrationOptions options) {
        record("migrate " + bind + " " + message + " " + options.offline() + " " + options.allowDestructive(), bind);
        return changes.isEmpty() ? Optional.empty()
                : Optional.of(new MigrationScript("4", Path.of("V4__x.sql"), Path.of("U4__x.sql"), changes));
    }

    @Override
    public List<String> upgrade(String bind) {
        throw new AssertionError("The target is always given");
    }

    @Override
    public List<String> upgrade(String bind, String target) {
        record("upgrade " + bind + " " + target, bind);
        return List.of("3");
    }

    @Override
    public List<String> downgrade(String bind, String target) {
        record("downgrade " + bind + " " + target, bind);
        return List.of();
    }

    @Override
    public Optional<String> current(String bind) {
        return Optional.of("2");
    }

    @Override
    public List<MigrationInfo> history(String bind) {
        record("history " + bind, bind);
        return List.of(new MigrationInfo("1", "create", State.APPLIED, Instant.parse("2026-11-29T12:00:00Z")),
                new MigrationInfo("2", "add price", State.APPLIED, Instant.parse("2026-11-30T12:00:00Z")),
                new MigrationInfo("3", "add isbn", State.PENDING, null));
    }

    @Override
    public void stamp(String bind, String target) {
        record("stamp " + bind + " " + target, bind);
    }
}
