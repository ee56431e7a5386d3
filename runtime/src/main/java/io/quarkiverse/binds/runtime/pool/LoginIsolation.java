package io.quarkiverse.binds.runtime.pool;

import java.sql.Connection;
import java.sql.SQLException;

import io.agroal.api.configuration.AgroalConnectionFactoryConfiguration;

/**
 * The isolation that the transactions of a pool have unless the application sets another. Agroal asks for it on the first
 * connection of each pool, a command for each database on the fly. The build changes the class {@code ConnectionFactory} of
 * Agroal to call this class instead.
 */
public final class LoginIsolation {

    private LoginIsolation() {
    }

    /**
     * Isolation of a connection that has just been opened: in the pool of a bind from the login, if the driver keeps it,
     * otherwise from the server.
     */
    public static int of(Connection opened, AgroalConnectionFactoryConfiguration configuration) throws SQLException {
        boolean ofBind = configuration.connectionProviderClass() == BindDriver.class;
        ServerStatusFlags kept = ofBind ? ServerStatusFlags.of(opened) : null;
        int isolation = kept == null ? ServerStatusFlags.UNKNOWN_ISOLATION : kept.isolationAtLogin(opened);
        return isolation == ServerStatusFlags.UNKNOWN_ISOLATION ? opened.getTransactionIsolation() : isolation;
    }
}
