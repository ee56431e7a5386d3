package io.quarkiverse.binds.runtime.pool;

import java.sql.Connection;
import java.sql.SQLException;

import com.mysql.cj.jdbc.JdbcConnection;

/** As Connector/J keeps it. */
final class MySqlStatus implements SessionStatus {

    @Override
    public int flags(Connection connection) {
        return ((JdbcConnection) connection).getSession().getServerSession().getStatusFlags();
    }

    @Override
    public boolean isAutocommitKnown(Connection connection) throws SQLException {
        return connection.getAutoCommit(); // what it was told, not what the server says
    }
}
