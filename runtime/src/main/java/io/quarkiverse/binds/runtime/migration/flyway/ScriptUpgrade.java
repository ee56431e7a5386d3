package io.quarkiverse.binds.runtime.migration.flyway;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

import jakarta.persistence.PersistenceException;

import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.CoreErrorCode;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationVersion;
import org.flywaydb.core.api.exception.FlywayValidateException;
import org.flywaydb.core.api.pattern.ValidatePattern;
import org.flywaydb.core.internal.exception.FlywayMigrateException;
import org.flywaydb.core.internal.sqlscript.FlywaySqlScriptException;
import org.jboss.logging.Logger;

import io.quarkiverse.binds.runtime.config.BindNames;
import io.quarkiverse.binds.runtime.migration.flyway.HistoryTable.Mark;
import io.quarkiverse.binds.runtime.migration.flyway.ScriptErrors.FailedStatement;

/** Applies the scripts that a database lacks. Used by one thread, once. */
final class ScriptUpgrade {

    private static final Logger LOG = Logger.getLogger("io.quarkiverse.binds.migrations");

    /** Codes of MySQL and MariaDB that say that a change of a table is made already. */
    private static final Set<Integer> ALREADY_APPLIED = Set.of(1050, 1051, 1060, 1061, 1068, 1091, 1826, 3822);

    private final FlywayDatabase database;
    private final ScriptErrors errors;
    private final List<String> applied = new ArrayList<>();

    ScriptUpgrade(FlywayDatabase database) {
        this.database = database;
        this.errors = database.errors();
    }

    /** @return versions of the applied scripts */
    List<String> to(String target) {
        Versions versions = database.versions();
        MigrationVersion version = version(target, versions);
        requireNoUndo();
        boolean failedBefore = forgetFailure(versions);
        database.beginHistory();
        while (true) {
            ScriptProgress progress = new ScriptProgress(errors);
            try {
                new Flyway(database.with(progress).target(version)).migrate();
                applied.addAll(progress.applied());
                return applied;
            } catch (FlywayMigrateException e) {
                applied.addAll(progress.applied());
                if (failedBefore || !isAppliedAlready(e, progress)) {
                    throw failed(e, progress, versions);
                }
                failedBefore = true; // only the first statement after an interruption is in doubt
            } catch (FlywayException e) {
                applied.addAll(progress.applied());
                throw progress.failure() == null ? refused(e, versions) : lost(e, progress, versions);
            }
        }
    }

    private MigrationVersion version(String target, Versions versions) {
        if (target.equals(Versions.HEAD)) {
            return MigrationVersion.LATEST;
        }
        if (target.matches("\\+[0-9]{1,9}")) {
            List<MigrationVersion> pending = versions.next();
            int count = Integer.parseInt(target.substring(1));
            if (count == 0 || count > pending.size()) {
                throw errors.tooFew(target, pending.size(), "scripts to apply");
            }
            return pending.get(count - 1);
        }
        MigrationVersion found = versions.find(target);
        if (found == null) {
            throw errors.unknownVersion(target, versions.texts(), database.scripts().places());
        }
        return found;
    }

    /** Refuses to go on where a downgrade was interrupted. One that is running now is waited for. */
    private void requireNoUndo() {
        if (database.keepsMarks() && database.mark().filter(Mark::undo).isPresent()) {
            database.onLockedHistory(mark -> {
                if (mark.filter(Mark::undo).isPresent()) {
                    throw new PersistenceException(errors.otherIsUnfinished(mark.get()).getMessage());
                }
            });
        }
    }

    /**
     * Removes Flyway's entry of a failed script, with which it refuses to work, if the mark says where to go on.
     *
     * @return whether there was one; without it, a script with a mark was interrupted
     */
    private boolean forgetFailure(Versions versions) {
        if (versions.failed().isEmpty()) {
            return false;
        }
        MigrationInfo failed = versions.failed().get(0);
        boolean goesOn = database.keepsMarks() && failed.getVersion() != null
                && database.onHistory((connection, table) -> {
                    String version = failed.getVersion().getVersion();
                    Optional<Mark> mark = table.mark(connection)
                            .filter(found -> !found.undo() && found.version().equals(version));
                    if (mark.isPresent()) {
                        table.deleteFailed(connection, version);
                    }
                    return mark.isPresent();
                });
        if (!goesOn) {
            throw errors.failedEarlier(failed, versions.current());
        }
        return true;
    }

    /**
     * Whether the script was interrupted in this statement and the database answers that its change is made: then it counts as
     * applied.
     */
    private boolean isAppliedAlready(FlywayMigrateException e, ScriptProgress progress) {
        if (!(e.getCause() instanceof FlywaySqlScriptException failed)
                || !(failed.getCause() instanceof SQLException cause)
                || !ALREADY_APPLIED.contains(cause.getErrorCode()) || !progress.isResumed()
                || progress.state().count() != progress.resumedAt()) {
            return false;
        }
        LOG.warnf("The script %s of %s was interrupted in statement %d, line %d, whose change is made according to the database"
                + " (%s): it goes on with the next statement", ScriptErrors.file(e.getMigration().getScript()),
                BindNames.display(database.bind()), progress.state().count() + 1, failed.getLineNumber(), cause.getMessage());
        ScriptState state = progress.state();
        state.add(progress.current());
        database.onHistory((connection, table) -> {
            table.progress(connection, state.count(), state.checksum());
            table.deleteFailed(connection, e.getMigration().getVersion().getVersion());
            return null;
        });
        return true;
    }

    private PersistenceException failed(FlywayMigrateException e, ScriptProgress progress, Versions versions) {
        if (e.getCause() instanceof FlywaySqlScriptException failed) {
            MigrationInfo script = e.getMigration();
            String version = script.getVersion() == null ? script.getDescription() : script.getVersion().getVersion();
            String previous = previous(versions);
            ScriptState state = progress.state();
            boolean rolledBack = database.rollsBack() && e.isExecutableInTransaction();
            FailedStatement statement = new FailedStatement(ScriptErrors.file(script.getScript()), state.count() + 1,
                    failed.getLineNumber(), failed.getStatement(), rolledBack ? List.of() : kept(state, failed.getStatement()),
                    failed.getCause());
            if (rolledBack) {
                return errors.rolledBack(statement);
            }
            return database.keepsMarks() ? errors.goesOn(statement, previous)
                    : errors.beginsAgain(statement, version, previous);
        }
        return refused(e, versions);
    }

    /** The connection was lost in a statement, so that Flyway could not write its entry and reports only that. */
    private PersistenceException lost(FlywayException e, ScriptProgress progress, Versions versions) {
        SQLException cause = progress.failure();
        cause.initCause(e);
        FailedStatement statement = new FailedStatement(progress.script(), progress.state().count() + 1, 0,
                progress.current(), database.rollsBack() ? List.of() : kept(progress.state(), progress.current()), cause);
        if (database.rollsBack()) {
            return errors.rolledBack(statement);
        }
        return database.keepsMarks() ? errors.goesOn(statement, previous(versions)) : refused(e, versions);
    }

    /** The version before the script that failed. */
    private String previous(Versions versions) {
        return applied.isEmpty() ? versions.current() : applied.get(applied.size() - 1);
    }

    private List<String> kept(ScriptState state, String failed) {
        List<String> inMemory = state.keptBefore(failed);
        if (!database.keepsMarks()) {
            return inMemory;
        }
        try {
            return database.onHistory((connection, table) -> table.mark(connection)).map(Mark::statements).map(state::first)
                    .orElse(inMemory);
        } catch (PersistenceException e) {
            return inMemory; // the server may be gone
        }
    }

    private PersistenceException refused(FlywayException e, Versions versions) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof MigrationRefusedException) {
                return new PersistenceException(cause.getMessage(), cause.getCause());
            }
        }
        if (e instanceof FlywayValidateException) {
            return errors.doesNotFit(problems(), versions.current());
        }
        if (e.getErrorCode() == CoreErrorCode.NON_EMPTY_SCHEMA_WITHOUT_SCHEMA_HISTORY_TABLE) {
            return errors.noHistory(database.configuration().getTable());
        }
        return errors.other("apply the scripts", e);
    }

    private List<String> problems() {
        ValidatePattern[] ignored = Stream.concat(Arrays.stream(database.configuration().getIgnoreMigrationPatterns()),
                Stream.of(ValidatePattern.fromPattern("*:pending"))).toArray(ValidatePattern[]::new);
        return new Flyway(database.copy().ignoreMigrationPatterns(ignored)).validateWithResult().invalidMigrations.stream()
                .map(invalid -> ScriptErrors.problem(invalid.errorDetails.errorCode.toString(),
                        invalid.version + " (" + invalid.description + ")"))
                .toList();
    }
}
