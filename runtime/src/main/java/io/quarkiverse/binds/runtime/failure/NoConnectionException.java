package io.quarkiverse.binds.runtime.failure;

import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;

/**
 * Thrown by a {@code DataSource} if no connection of a bind is available; units of work translate it to an exception of their
 * own.
 */
public final class NoConnectionException extends SQLTransientConnectionException {

    /** SQLState 08001: the client is unable to establish the connection (ISO/IEC 9075). */
    public static final String UNABLE_TO_CONNECT = "08001";

    private static final long serialVersionUID = 1L;

    private final String bind;

    public NoConnectionException(String bind, String message) {
        super(message, UNABLE_TO_CONNECT);
        this.bind = bind;
    }

    /** Creates the exception with the codes of the error that caused the failure. */
    public NoConnectionException(String bind, String message, SQLException cause) {
        super(message, cause.getSQLState(), cause.getErrorCode(), cause);
        this.bind = bind;
    }

    public String bind() {
        return bind;
    }
}
