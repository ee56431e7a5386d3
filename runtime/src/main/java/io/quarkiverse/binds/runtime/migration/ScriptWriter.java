package io.quarkiverse.binds.runtime.migration;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import io.quarkiverse.binds.MigrationScript;
import io.quarkiverse.binds.runtime.catalog.SchemaState;
import io.quarkiverse.binds.runtime.migration.comparison.Change;
import io.quarkiverse.binds.runtime.migration.file.ScriptFile;
import io.quarkiverse.binds.runtime.migration.file.ScriptFiles;
import io.quarkiverse.binds.runtime.migration.file.ScriptText;
import io.quarkiverse.binds.runtime.migration.file.Snapshot;
import io.quarkiverse.binds.runtime.migration.statement.Risk;
import io.quarkiverse.binds.runtime.migration.statement.SqlStatement;
import io.quarkiverse.binds.runtime.model.ModelReader;

/** Writes the script of a comparison, the script that reverts it, and the snapshot that both lead to. Used by one thread. */
final class ScriptWriter {

    private final String bind;
    private final ScriptFiles files;
    private final Clock clock;
    private final Connection connection;

    /** @param connection to the database, whose rows the risks are about; null if there is none */
    ScriptWriter(String bind, ScriptFiles files, Clock clock, Connection connection) {
        this.bind = bind;
        this.files = files;
        this.clock = clock;
        this.connection = connection;
    }

    MigrationScript write(String message, BindComparison comparison, boolean allowDestructive) {
        List<SqlStatement> made = comparison.statements().render(comparison.changes());
        List<Change> withheld = allowDestructive ? List.of()
                : made.stream().filter(SqlStatement::losesData).flatMap(statement -> statement.changes().stream()).toList();
        SchemaState reached = comparison.reached(withheld);
        List<SqlStatement> statements = withRows(made);
        statements.addAll(initialRows(comparison));
        String sql = ScriptText.of(bind, message, clock.instant(), statements, allowDestructive);
        List<SqlStatement> undo = comparison.statements().render(comparison.undo(reached)).stream()
                .map(statement -> with(statement, List.of())).toList();
        String undoSql = ScriptText.of(bind, "Undo: " + message, clock.instant(), undo, true);
        ScriptFile written = files.write(message, sql, undoSql, new Snapshot(comparison.options().kind(), reached));
        return new MigrationScript(written.version(), written.file(), written.undoFile().orElseThrow(), comparison.described());
    }

    /** Without its first row, a table that stands for a sequence gives no number. */
    private List<SqlStatement> initialRows(BindComparison comparison) {
        Map<String, List<String>> rows = ModelReader.initialRows(bind, comparison.options().kind());
        return comparison.changes().stream().filter(Change.CreateTable.class::isInstance)
                .flatMap(change -> rows.getOrDefault(change.table(), List.of()).stream())
                .map(sql -> new SqlStatement(sql, false, null, List.of(), List.of(), List.of())).toList();
    }

    private List<SqlStatement> withRows(List<SqlStatement> statements) {
        List<SqlStatement> result = new ArrayList<>();
        for (SqlStatement statement : statements) {
            List<Risk> risks = new ArrayList<>();
            for (Risk risk : statement.risks()) {
                risks.add(new Risk(risk.text() + inThisDatabase(risk), risk.query()));
            }
            result.add(with(statement, risks));
        }
        return result;
    }

    private static SqlStatement with(SqlStatement statement, List<Risk> risks) {
        return new SqlStatement(statement.sql(), statement.losesData(), statement.reason(), statement.comments(), risks,
                statement.changes());
    }

    /**
     * The number of rows today; another database may have others. A script without it is better than none. The message of an
     * error may have host and user, which do not belong into a file that is committed.
     */
    private String inThisDatabase(Risk risk) {
        if (connection == null) {
            return " (not looked up: the script was made without a database)";
        }
        try (Statement statement = connection.createStatement(); ResultSet rows = statement.executeQuery(risk.query())) {
            rows.next();
            long count = rows.getLong(1);
            return " (" + (count == 1 ? "1 row" : count + " rows") + " in the database that the script was made with)";
        } catch (SQLException e) {
            return " (not looked up: the database answers with SQLState " + e.getSQLState() + ")";
        }
    }
}
