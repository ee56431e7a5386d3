package io.quarkiverse.binds.runtime.pool;

import java.sql.Connection;
import java.sql.SQLException;

import com.mysql.cj.conf.PropertyKey;
import com.mysql.cj.jdbc.JdbcConnection;
import com.mysql.cj.protocol.ServerSession;

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

    @Override
    public int isolationAtLogin(Connection connection) {
        JdbcConnection mysql = (JdbcConnection) connection;
        if (mysql.getPropertySet().getBooleanProperty(PropertyKey.cacheServerConfiguration).getValue()) {
            return UNKNOWN_ISOLATION; // the driver keeps the variables of an earlier login
        }
        ServerSession session = mysql.getSession().getServerSession();
        String level = session.getServerVariable("transaction_isolation");
        String found = level == null ? session.getServerVariable("tx_isolation") : level; // that of MariaDB
        return switch (found == null ? "" : found) {
            case "READ-UNCOMMITTED" -> Connection.TRANSACTION_READ_UNCOMMITTED;
            case "READ-COMMITTED" -> Connection.TRANSACTION_READ_COMMITTED;
            case "REPEATABLE-READ" -> Connection.TRANSACTION_REPEATABLE_READ;
            case "SERIALIZABLE" -> Connection.TRANSACTION_SERIALIZABLE;
            default -> UNKNOWN_ISOLATION;
        };
    }
}
