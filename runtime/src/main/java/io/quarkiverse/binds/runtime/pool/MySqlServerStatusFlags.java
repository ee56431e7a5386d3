package io.quarkiverse.binds.runtime.pool;

import java.sql.Connection;
import java.sql.SQLException;

import com.mysql.cj.jdbc.JdbcConnection;

/** Status flags as kept by Connector/J. */
final class MySqlServerStatusFlags implements ServerStatusFlags {

    @Override
    public int flags(Connection connection) {
        return ((JdbcConnection) connection).getSession().getServerSession().getStatusFlags();
    }

    @Override
    public boolean isAutocommitKnown(Connection connection) throws SQLException {
        return connection.getAutoCommit(); // the last value set on the driver, not the server's flag
    }
}
