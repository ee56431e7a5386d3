package io.quarkiverse.binds.runtime.pool;

import java.sql.Connection;

/** Status flags as kept by MariaDB Connector/J. */
final class MariaDbServerStatusFlags implements ServerStatusFlags {

    @Override
    public int flags(Connection connection) {
        return ((org.mariadb.jdbc.Connection) connection).getContext().getServerStatus();
    }

    /** Always true: the driver compares with the flags itself and sends only a change. */
    @Override
    public boolean isAutocommitKnown(Connection connection) {
        return false;
    }

    @Override
    public int isolationAtLogin(Connection connection) {
        return UNKNOWN_ISOLATION;
    }
}
