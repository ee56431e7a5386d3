package io.quarkiverse.binds.runtime.failure;

import java.sql.SQLException;

/** Thrown if of several hosts none accepts writes. */
public final class ReadOnlyHostException extends SQLException {

    private static final long serialVersionUID = 1L;

    public ReadOnlyHostException(String message) {
        super(message, NoConnectionException.UNABLE_TO_CONNECT);
    }
}
