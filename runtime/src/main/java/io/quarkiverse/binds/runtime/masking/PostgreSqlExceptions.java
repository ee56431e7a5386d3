package io.quarkiverse.binds.runtime.masking;

import java.sql.SQLException;

import org.postgresql.util.PSQLException;
import org.postgresql.util.PSQLState;
import org.postgresql.util.ServerErrorMessage;

/** The exceptions of the driver of PostgreSQL, with the parts of the server's message. */
final class PostgreSqlExceptions implements DriverExceptions {

    /** Source file of the server that raises the errors of functions written in PL/pgSQL. */
    private static final String RAISE = "pl_exec.c";

    @Override
    public boolean shows(SQLException e, ColumnNames columns) {
        ServerErrorMessage message = message(e);
        if (message == null) {
            return e.getMessage() != null && !PostgreSqlTexts.ofDriver(e.getMessage(), state(e)).equals(e.getMessage());
        }
        return !encoded(message, null).equals(encoded(message, columns));
    }

    private static ServerErrorMessage message(SQLException e) {
        return e instanceof PSQLException ofServer ? ofServer.getServerErrorMessage() : null;
    }

    private static String state(SQLException e) {
        return e.getSQLState() == null ? "" : e.getSQLState();
    }

    @Override
    public SQLException copy(SQLException e, ColumnNames columns, Throwable cause) {
        ServerErrorMessage message = message(e);
        if (message != null) {
            // the option logServerErrorDetail=false leaves all but the message out of the text
            boolean detailed = message.toString().equals(e.getMessage());
            PSQLException copy = new PSQLException(new ServerErrorMessage(encoded(message, columns)), detailed);
            if (cause != null) {
                copy.initCause(cause);
            }
            return copy;
        }
        String text = e.getMessage() == null ? null : PostgreSqlTexts.ofDriver(e.getMessage(), state(e));
        for (PSQLState state : PSQLState.values()) {
            if (state.getState().equals(e.getSQLState())) {
                return new PSQLException(text, state, cause);
            }
        }
        return new SQLException(text, e.getSQLState(), e.getErrorCode(), cause);
    }

    /**
     * The message as the server sends it.
     *
     * @param columns whose values are masked; null to mask nothing
     */
    private static String encoded(ServerErrorMessage message, ColumnNames columns) {
        String state = message.getSQLState() == null ? "" : message.getSQLState();
        boolean raised = RAISE.equals(message.getFile());
        boolean masks = columns != null;
        StringBuilder parts = new StringBuilder();
        String text = message.getMessage();
        add(parts, 'S', message.getSeverity());
        add(parts, 'C', message.getSQLState());
        add(parts, 'M', masks && text != null ? PostgreSqlTexts.message(text, state, raised) : text);
        String detail = message.getDetail();
        add(parts, 'D', masks && detail != null ? PostgreSqlTexts.detail(detail, state, raised, columns) : detail);
        String hint = message.getHint();
        add(parts, 'H', masks && hint != null && raised ? Quotes.mask(hint) : hint);
        String where = message.getWhere();
        add(parts, 'W', masks && where != null ? PostgreSqlTexts.context(where, state) : where);
        String query = message.getInternalQuery();
        add(parts, 'q', masks && query != null ? Quotes.maskLiterals(query) : query);
        addPosition(parts, 'P', message.getPosition());
        addPosition(parts, 'p', message.getInternalPosition());
        add(parts, 's', message.getSchema());
        add(parts, 't', message.getTable());
        add(parts, 'c', message.getColumn());
        add(parts, 'd', message.getDatatype());
        add(parts, 'n', message.getConstraint());
        add(parts, 'F', message.getFile());
        addPosition(parts, 'L', message.getLine());
        add(parts, 'R', message.getRoutine());
        return parts.toString();
    }

    private static void addPosition(StringBuilder parts, char type, int position) {
        add(parts, type, position == 0 ? null : String.valueOf(position));
    }

    private static void add(StringBuilder parts, char type, String value) {
        if (value != null) {
            parts.append(type).append(value).append('\0');
        }
    }
}
