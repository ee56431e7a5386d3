package io.quarkiverse.binds.runtime.migration.flyway;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

import org.flywaydb.core.internal.sqlscript.SqlScript;
import org.flywaydb.core.internal.sqlscript.SqlStatement;
import org.flywaydb.core.internal.sqlscript.SqlStatementIterator;

import io.quarkiverse.binds.runtime.migration.flyway.HistoryTable.Mark;
import io.quarkiverse.binds.runtime.migration.flyway.ScriptErrors.FailedStatement;

/**
 * A run of an undo script. The entry of the version is deleted from the history in the transaction of its last statements. Used
 * by one thread, once.
 */
final class UndoRun {

    private final FlywayDatabase database;
    private final String version;
    private final String previous;
    private final HistoryTable table;
    private final boolean rolledBack;
    private final Mark resumed;
    private final ScriptState state = new ScriptState();
    private SqlScript script;
    private SqlStatement current;

    /**
     * @param previous the version that is current afterwards
     * @param rolledBack whether a failure takes back all statements
     * @param resumed the mark of an earlier, interrupted run; null if there was none
     */
    UndoRun(FlywayDatabase database, String version, String previous, HistoryTable table, boolean rolledBack, Mark resumed) {
        this.database = database;
        this.version = version;
        this.previous = previous;
        this.table = table;
        this.rolledBack = rolledBack;
        this.resumed = resumed;
    }

    void execute(SqlScript of, Connection connection) throws SQLException {
        script = of;
        if (database.keepsMarks() && resumed == null) {
            table.begin(connection, version, true, of.getResource().getFilename());
            commit(connection);
        }
        try (SqlStatementIterator statements = of.getSqlStatements()) {
            while ((current = statements.next()) != null) {
                execute(current.getSql(), connection);
            }
        }
        if (resumed != null && state.count() < resumed.statements()) {
            throw database.errors().appliedPartHasChanged(resumed);
        }
    }

    /** Deletes the entry of the version. */
    void end(Connection connection, int rank) throws SQLException {
        table.deleteRank(connection, rank);
        if (database.keepsMarks()) {
            table.end(connection);
        }
    }

    private void execute(String sql, Connection connection) throws SQLException {
        int done = resumed == null ? 0 : resumed.statements();
        if (state.count() >= done || StatementKinds.isOfSession(sql)) {
            try (Statement statement = connection.createStatement()) {
                statement.execute(sql);
            }
        }
        state.add(sql);
        if (state.count() < done || !database.keepsMarks()) {
            return;
        }
        if (state.count() == done) {
            if (state.checksum() != resumed.checksum()) {
                throw database.errors().appliedPartHasChanged(resumed);
            }
            return;
        }
        table.progress(connection, state.count(), state.checksum());
        if (!StatementKinds.isRolledBack(sql)) {
            commit(connection); // the statement itself has committed everything before
        }
    }

    private static void commit(Connection connection) throws SQLException {
        if (!connection.getAutoCommit()) {
            connection.commit();
        }
    }

    RuntimeException failed(Exception e) {
        if (current == null || e instanceof MigrationRefusedException || script == null) {
            return e instanceof RuntimeException unchecked ? unchecked : database.errors().other("revert the scripts", e);
        }
        List<String> kept = rolledBack ? List.of() : state.keptBefore(current.getSql());
        FailedStatement failed = new FailedStatement(script.getResource().getFilename(), state.count() + 1,
                current.getLineNumber(), current.getSql(), kept, e);
        if (rolledBack) {
            return database.errors().rolledBack(failed);
        }
        return database.keepsMarks() ? database.errors().undoGoesOn(failed, version, previous)
                : database.errors().undoByHand(failed, version, previous);
    }
}
