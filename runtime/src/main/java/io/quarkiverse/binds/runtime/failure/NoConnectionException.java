package io.quarkiverse.binds.runtime.failure;

import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;

/** No connection of a bind could be had: what a {@code DataSource} throws where a unit of work says it in words of its own. */
public final class NoConnectionException extends SQLTransientConnectionException {

    /** SQLState 08001: the client is unable to establish the connection (ISO/IEC 9075). */
    public static final String UNABLE_TO_CONNECT = "08001";

    private static final long serialVersionUID = 1L;

    private final String bind;

    public NoConnectionException(String bind, String message) {
        super(message, UNABLE_TO_CONNECT);
        this.bind = bind;
    }

    /** With the codes of the error that kept it from being opened. */
    public NoConnectionException(String bind, String message, SQLException cause) {
        super(message, cause.getSQLState(), cause.getErrorCode(), cause);
        this.bind = bind;
    }

    public String bind() {
        return bind;
    }
}
