package io.quarkiverse.binds.runtime.pool;

import java.sql.SQLException;

/** Carries an {@link SQLException} through Agroal's connection cache, whose methods declare none. */
final class OpeningFailedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    OpeningFailedException(SQLException cause) {
        super(null, cause, false, false);
    }

    @Override
    public synchronized SQLException getCause() {
        return (SQLException) super.getCause();
    }
}
