package io.quarkiverse.binds.runtime.migration.flyway;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

import jakarta.persistence.PersistenceException;

import org.flywaydb.core.FlywayExecutor;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationVersion;
import org.flywaydb.core.api.configuration.Configuration;
import org.flywaydb.core.api.pattern.ValidatePattern;
import org.flywaydb.core.api.resource.LoadableResource;
import org.flywaydb.core.internal.database.base.Database;
import org.flywaydb.core.internal.info.MigrationInfoServiceImpl;
import org.flywaydb.core.internal.parser.ParsingContext;
import org.flywaydb.core.internal.resolver.CompositeMigrationResolver;
import org.flywaydb.core.internal.schemahistory.SchemaHistory;
import org.flywaydb.core.internal.sqlscript.SqlScript;
import org.flywaydb.core.internal.sqlscript.SqlScriptFactory;

import io.quarkiverse.binds.runtime.migration.flyway.HistoryTable.Mark;

/**
 * Reverts applied scripts by the scripts of the same version whose names begin with {@code U}, which the open edition of Flyway
 * does not run. It holds Flyway's lock meanwhile. Used by one thread, once.
 */
final class ScriptUndo {

    private final FlywayDatabase database;
    private final ScriptErrors errors;
    private final Configuration configuration;

    ScriptUndo(FlywayDatabase database) {
        this.database = database;
        this.errors = database.errors();
        this.configuration = database.configuration();
    }

    /**
     * An applied script with the one that reverts it.
     *
     * @param previous the version that is current afterwards
     */
    private record Step(MigrationInfo applied, LoadableResource undo, String previous) {

        String version() {
            return applied.getVersion().getVersion();
        }
    }

    /** @return versions of the reverted scripts */
    List<String> to(String target) {
        try {
            return new FlywayExecutor(configuration).execute(
                    (resolver, history, db, schema, schemas, callbacks, interceptor) -> {
                        if (!history.exists()) {
                            count(target, versions(resolver, history, db), List.of());
                            return List.of();
                        }
                        HistoryTable table = HistoryTable.of(db, schema, configuration.getTable());
                        return history.lock(() -> undo(target, versions(resolver, history, db),
                                database.keepsMarks() ? table.mark(db.getMainConnection().getJdbcConnection())
                                        : Optional.empty(),
                                db, table));
                    }, true, null);
        } catch (MigrationRefusedException e) {
            throw new PersistenceException(e.getMessage(), e.getCause());
        } catch (FlywayException e) {
            throw e.getCause() instanceof PersistenceException told ? told : errors.other("revert the scripts", e);
        }
    }

    private Versions versions(CompositeMigrationResolver resolver, SchemaHistory history, Database<?> db) {
        MigrationInfoServiceImpl infos = new MigrationInfoServiceImpl(resolver, history, db, configuration,
                MigrationVersion.LATEST, true, new ValidatePattern[0], configuration.getCherryPick());
        infos.refresh();
        return Versions.of(infos.all());
    }

    private List<String> undo(String target, Versions versions, Optional<Mark> mark, Database<?> db, HistoryTable table)
            throws SQLException {
        List<MigrationInfo> newestFirst = new ArrayList<>(versions.applied());
        Collections.reverse(newestFirst);
        List<Step> steps = steps(newestFirst.subList(0, count(target, versions, newestFirst)), versions);
        if (!versions.failed().isEmpty() && mark.isEmpty()) {
            throw errors.failedEarlier(versions.failed().get(0), versions.current());
        }
        if (mark.isPresent() && (!mark.get().undo() || steps.isEmpty()
                || !mark.get().version().equals(steps.get(0).version()))) {
            throw errors.otherIsUnfinished(mark.get());
        }
        List<String> reverted = new ArrayList<>();
        for (Step step : steps) {
            run(step, reverted.isEmpty() ? mark.orElse(null) : null, db, table);
            reverted.add(step.version());
        }
        return reverted;
    }

    /** Number of the newest scripts that have to be reverted. */
    private int count(String target, Versions versions, List<MigrationInfo> newestFirst) {
        if (target.equals(Versions.BASE)) {
            return newestFirst.size();
        }
        if (target.matches("-[0-9]{1,9}")) {
            int count = Integer.parseInt(target.substring(1));
            if (count == 0 || count > newestFirst.size()) {
                throw errors.tooFew(target, newestFirst.size(), "applied scripts");
            }
            return count;
        }
        MigrationVersion version = versions.find(target);
        if (version == null) {
            throw errors.unknownVersion(target, versions.texts(), database.scripts().places());
        }
        return (int) newestFirst.stream().filter(applied -> applied.getVersion().compareTo(version) > 0).count();
    }

    private List<Step> steps(List<MigrationInfo> applied, Versions versions) {
        List<Step> steps = new ArrayList<>();
        List<String> missing = new ArrayList<>();
        for (MigrationInfo info : applied) {
            database.scripts().undo(info.getVersion(), configuration).ifPresentOrElse(
                    undo -> steps.add(new Step(info, undo, versions.before(info.getVersion()))),
                    () -> missing.add(info.getVersion() + " (" + info.getDescription() + ")"));
        }
        if (!missing.isEmpty()) {
            throw errors.noUndo(missing, database.scripts().places());
        }
        return steps;
    }

    private void run(Step step, Mark mark, Database<?> db, HistoryTable table) throws SQLException {
        ParsingContext parsing = new ParsingContext();
        parsing.populate(db, configuration);
        SqlScriptFactory scripts = db.getDatabaseType().createSqlScriptFactory(configuration, parsing);
        SqlScript script = scripts.createSqlScript(step.undo(), configuration.isMixed(), configuration.getResourceProvider());
        boolean inTransaction = script.executeInTransaction();
        UndoRun run = new UndoRun(database, step.version(), step.previous(), table,
                database.rollsBack() && inTransaction, mark);
        Connection connection = db.getMigrationConnection().getJdbcConnection();
        boolean autoCommit = connection.getAutoCommit();
        connection.setAutoCommit(!inTransaction);
        try {
            run.execute(script, connection);
            // Flyway's lock on H2 is one on the rows of the table, which belongs to the other connection
            Connection ofTable = database.keepsMarks() || database.rollsBack() ? connection
                    : db.getMainConnection().getJdbcConnection();
            run.end(ofTable, step.applied().getInstalledRank());
            if (ofTable != connection && !ofTable.getAutoCommit()) {
                ofTable.commit();
            }
            if (inTransaction) {
                connection.commit();
            }
        } catch (SQLException | RuntimeException e) {
            if (inTransaction) {
                connection.rollback();
            }
            throw run.failed(e);
        } finally {
            connection.setAutoCommit(autoCommit);
        }
    }
}
