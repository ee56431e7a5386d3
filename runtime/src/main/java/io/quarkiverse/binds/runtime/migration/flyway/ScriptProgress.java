package io.quarkiverse.binds.runtime.migration.flyway;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import org.flywaydb.core.api.CoreErrorCode;
import org.flywaydb.core.api.CoreMigrationType;
import org.flywaydb.core.api.ErrorDetails;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.callback.BaseCallback;
import org.flywaydb.core.api.callback.Context;
import org.flywaydb.core.api.callback.Error;
import org.flywaydb.core.api.callback.Event;
import org.flywaydb.core.api.exception.FlywayBlockStatementExecutionException;

import io.quarkiverse.binds.runtime.migration.flyway.HistoryTable.Mark;

/**
 * Follows an upgrade statement by statement. On MySQL and MariaDB it keeps the mark of {@link HistoryTable}, and leaves out the
 * statements that an earlier, interrupted upgrade has done. Used by one thread, for one upgrade.
 */
final class ScriptProgress extends BaseCallback {

    private static final Set<Event> EVENTS = Set.of(Event.BEFORE_EACH_MIGRATE, Event.BEFORE_EACH_MIGRATE_STATEMENT,
            Event.AFTER_EACH_MIGRATE_STATEMENT, Event.AFTER_EACH_MIGRATE_STATEMENT_ERROR, Event.AFTER_EACH_MIGRATE);

    private final ScriptErrors errors;
    private final List<String> applied = new ArrayList<>();
    private ScriptState state = new ScriptState();
    private HistoryTable table;
    private Mark resumed;
    private String current;
    private String script;
    private SQLException failure;

    ScriptProgress(ScriptErrors errors) {
        this.errors = errors;
    }

    /** Versions of the scripts that were applied completely. */
    List<String> applied() {
        return List.copyOf(applied);
    }

    /** The current script, or the one that failed. */
    ScriptState state() {
        return state;
    }

    /** The statement that is being executed, or that has failed. */
    String current() {
        return current;
    }

    /** File name of the current script. */
    String script() {
        return script;
    }

    /** The failure of the current statement; null if it has not failed. */
    SQLException failure() {
        return failure;
    }

    private static SQLException failure(List<Error> said) {
        return said.isEmpty() ? new SQLException("The connection or the statement failed")
                : new SQLException(said.get(0).getMessage(), said.get(0).getState(), said.get(0).getCode());
    }

    /** Whether an earlier upgrade has begun the script. */
    boolean isResumed() {
        return resumed != null;
    }

    /** Number of statements that an earlier upgrade had done. */
    int resumedAt() {
        return resumed == null ? 0 : resumed.statements();
    }

    @Override
    public boolean supports(Event event, Context context) {
        return EVENTS.contains(event);
    }

    @Override
    public void handle(Event event, Context context) {
        try {
            switch (event) {
                case BEFORE_EACH_MIGRATE -> begin(context.getConnection(), context);
                case BEFORE_EACH_MIGRATE_STATEMENT -> leaveOutIfDone(context.getStatement().getSql(), context);
                case AFTER_EACH_MIGRATE_STATEMENT_ERROR -> failure = failure(context.getStatement().getErrors());
                case AFTER_EACH_MIGRATE_STATEMENT -> done(context.getStatement().getSql(), context);
                default -> end(context);
            }
        } catch (SQLException e) {
            throw errors.progressUnknown(e);
        }
    }

    private void begin(Connection connection, Context context) throws SQLException {
        MigrationInfo info = context.getMigrationInfo();
        script = ScriptErrors.file(info.getScript());
        state = new ScriptState();
        resumed = null;
        table = null;
        if (!hasMark(info, connection)) {
            return;
        }
        table = HistoryTable.onMySql(connection, context.getConfiguration().getTable());
        String version = info.getVersion().getVersion();
        resumed = table.mark(connection).orElse(null);
        if (resumed != null && !resumed.version().equals(version)) {
            throw errors.otherIsUnfinished(resumed);
        }
        if (resumed == null) {
            table.begin(connection, version, false, script);
            if (!connection.getAutoCommit()) {
                connection.commit(); // so that a script without a committed statement is known to have none
            }
        }
    }

    /** Repeatable scripts and classes have none: an unfinished one is repeated as a whole, or by hand. */
    private static boolean hasMark(MigrationInfo info, Connection connection) throws SQLException {
        String product = connection.getMetaData().getDatabaseProductName();
        return info.getVersion() != null && info.getType() == CoreMigrationType.SQL
                && (product.equals("MySQL") || product.equals("MariaDB"));
    }

    private void leaveOutIfDone(String statement, Context context) throws SQLException {
        current = statement;
        if (state.count() < resumedAt() && !StatementKinds.isOfSession(statement)) {
            done(statement, context);
            throw new FlywayBlockStatementExecutionException(
                    new ErrorDetails(CoreErrorCode.ERROR, "applied by an earlier upgrade"), "");
        }
    }

    private void done(String statement, Context context) throws SQLException {
        state.add(statement);
        if (table == null || state.count() < resumedAt()) {
            return;
        }
        if (resumed != null && state.count() == resumed.statements()) {
            if (state.checksum() != resumed.checksum()) {
                throw errors.appliedPartHasChanged(resumed);
            }
            return;
        }
        Connection connection = context.getConnection();
        table.progress(connection, state.count(), state.checksum());
        if (!StatementKinds.isRolledBack(statement) && !connection.getAutoCommit()) {
            connection.commit(); // the statement itself has committed everything before
        }
    }

    private void end(Context context) throws SQLException {
        if (state.count() < resumedAt()) {
            throw errors.appliedPartHasChanged(resumed);
        }
        if (table != null) {
            table.end(context.getConnection()); // in the transaction in which Flyway writes its entry
        }
        if (context.getMigrationInfo().getVersion() != null) {
            applied.add(context.getMigrationInfo().getVersion().getVersion());
        }
    }
}
