package io.quarkiverse.binds.runtime.pool;

import java.sql.Connection;

/** As MariaDB Connector/J keeps it. */
final class MariaDbStatus implements SessionStatus {

    @Override
    public int flags(Connection connection) {
        return ((org.mariadb.jdbc.Connection) connection).getContext().getServerStatus();
    }

    /** It looks at the flags itself, and tells the server only what the server does not have yet. */
    @Override
    public boolean isAutocommitKnown(Connection connection) {
        return false;
    }
}
