package io.quarkiverse.binds.runtime.migration;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

import jakarta.inject.Singleton;

import io.quarkiverse.binds.BindInfo;
import io.quarkiverse.binds.Binds;
import io.quarkiverse.binds.MigrationCheck;
import io.quarkiverse.binds.MigrationOptions;
import io.quarkiverse.binds.MigrationScript;
import io.quarkiverse.binds.runtime.catalog.CatalogKind;
import io.quarkiverse.binds.runtime.config.BindNames;
import io.quarkiverse.binds.runtime.ddl.BindConnections;
import io.quarkiverse.binds.runtime.migration.file.Snapshot;

/** Compares the entities of a bind, and writes the scripts of the difference. Thread-safe. */
@Singleton
class BindMigrations {

    private final Binds binds;
    private final BindConnections connections;
    private final MigrationFiles files;
    private final MigratedTables tables;

    BindMigrations(Binds binds, BindConnections connections, MigrationFiles files, MigratedTables tables) {
        this.binds = binds;
        this.connections = connections;
        this.files = files;
        this.tables = tables;
    }

    /** The same for scripts in another directory than the configured one. */
    BindMigrations in(Path directory) {
        return new BindMigrations(binds, connections, files.in(directory), tables);
    }

    /** @param pending the versions of the scripts that the database lacks, by the name of the bind */
    MigrationCheck check(String bind, Function<String, List<String>> pending) {
        List<String> missing = pending.apply(bind);
        BindConnections.Task<MigrationCheck> comparing = (name, connection) -> {
            MigrationStates states = states(bind);
            // the scripts to apply make changes that the comparison with the database would find once more
            BindComparison comparison = missing.isEmpty() ? states.databaseToModel(connection) : states.snapshotToModel();
            return new MigrationCheck(bind, comparison.described(), missing, notes(states, comparison, connection, missing));
        };
        return connections.run(bind, comparing);
    }

    private static List<String> notes(MigrationStates states, BindComparison comparison, Connection connection,
            List<String> missing) throws SQLException {
        List<String> notes = new ArrayList<>(notes(states));
        notes.addAll(comparison.hints());
        if (!missing.isEmpty()) {
            return notes;
        }
        if (comparison.isEmpty() && !states.snapshotToModel().isEmpty()) {
            notes.add("The database matches the entities, although no script makes it so: schema=update, createAll() or another"
                    + " tool has made the tables. To begin with scripts, write the first without the database (offline), and"
                    + " record it as applied (stamp head)");
        } else if (states.hasSnapshot()) {
            states.databaseToSnapshot(connection).described().forEach(change -> notes
                    .add("The database is not as the scripts left it: to be as in the snapshot, " + change.description()));
        }
        return notes;
    }

    private static List<String> notes(MigrationStates states) {
        if (!states.hasEntities()) {
            return List.of("It has no entities");
        }
        return states.hasSnapshot() ? List.of() : List.of("It has no snapshot, so no script of db migrate either");
    }

    /** Whether the tables of a bind can be compared: its database is of a kind whose catalog is known. */
    boolean isComparable(BindInfo bind) {
        return CatalogKind.of(bind.kind()).isPresent();
    }

    MigrationCheck checkOffline(String bind) {
        MigrationStates states = states(bind);
        BindComparison comparison = states.snapshotToModel();
        List<String> notes = new ArrayList<>(notes(states));
        notes.addAll(comparison.hints());
        return new MigrationCheck(bind, comparison.described(), List.of(), notes);
    }

    Optional<MigrationScript> migrateOffline(String bind, String message, MigrationOptions options) {
        if (files.lacksSnapshotOfScripts(bind)) {
            throw new IllegalStateException("There are scripts of " + BindNames.display(bind) + " but no snapshot of the tables"
                    + " that they lead to, so that all tables would be created once more: compare with the database once, which"
                    + " writes the snapshot");
        }
        BindComparison comparison = states(bind).snapshotToModel();
        return write(bind, message, comparison, options, null);
    }

    /** @param pending the versions of the scripts that the database lacks, by the name of the bind */
    Optional<MigrationScript> migrate(String bind, String message, MigrationOptions options,
            Function<String, List<String>> pending) {
        List<String> missing = pending.apply(bind);
        if (!missing.isEmpty()) {
            throw new IllegalStateException("The database of " + BindNames.display(bind) + " is not up to date: it lacks "
                    + String.join(", ", missing) + ". Apply them first (upgrade), or compare with the snapshot (offline)");
        }
        return connections.run(bind,
                (name, connection) -> write(bind, message, states(bind).databaseToModel(connection), options, connection));
    }

    private Optional<MigrationScript> write(String bind, String message, BindComparison comparison, MigrationOptions options,
            Connection connection) {
        if (comparison.isEmpty()) {
            if (files.lacksSnapshotOfScripts(bind)) {
                // scripts of another tool: from now on a comparison without the database is possible
                files.writable(bind).writeSnapshot(new Snapshot(comparison.options().kind(), comparison.to()));
            }
            return Optional.empty();
        }
        ScriptWriter writer = new ScriptWriter(bind, files.writable(bind), Clock.systemUTC(), connection);
        return Optional.of(writer.write(message, comparison, options.allowDestructive()));
    }

    private MigrationStates states(String bind) {
        CatalogKind kind = kind(bind);
        Optional<Snapshot> snapshot = files.snapshot(bind);
        snapshot.map(Snapshot::kind).filter(other -> other != kind).ifPresent(other -> {
            throw new IllegalStateException("The snapshot of " + BindNames.display(bind) + " is of the tables of a " + other
                    + " database, but its db-kind is " + binds.get(bind).kind() + ": its scripts are not for this kind. Use the"
                    + " kind that they were written for, or another directory (quarkus.binds.migrations.directory)");
        });
        return new MigrationStates(bind, kind, table -> tables.isIncluded(bind, table), snapshot);
    }

    private CatalogKind kind(String bind) {
        BindInfo info = binds.get(bind);
        return CatalogKind.of(info.kind()).orElseThrow(() -> new IllegalStateException("The tables of "
                + BindNames.display(bind) + " cannot be compared: db-kind " + info.kind()
                + " is none of mysql, mariadb, postgresql and h2"));
    }
}
