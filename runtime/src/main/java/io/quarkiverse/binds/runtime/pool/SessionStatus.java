package io.quarkiverse.binds.runtime.pool;

import java.sql.Connection;
import java.sql.SQLException;

/**
 * What a server has said of a session with its last answer. MySQL and MariaDB say so with each, and their drivers keep it, so
 * that it costs no command to know what a statement sent by hand has left behind. An implementation is made by
 * its name: a driver that is not there cannot be linked to.
 */
interface SessionStatus {

    /** The flags of the protocol of MySQL and MariaDB. */
    int IN_TRANSACTION = 1;
    int AUTOCOMMIT = 2;

    int flags(Connection connection) throws SQLException;

    /** Whether the driver itself thinks that each statement is committed. */
    boolean isAutocommitKnown(Connection connection) throws SQLException;

    /**
     * @return null for a driver that keeps nothing of the kind
     */
    static SessionStatus of(Connection connection) {
        String driver = connection.getClass().getName();
        return driver.startsWith("com.mysql.cj.jdbc.") ? OfMySql.STATUS
                : driver.startsWith("org.mariadb.jdbc.") ? OfMariaDb.STATUS : null;
    }

    /** Made when the first connection of the kind comes back. */
    final class OfMySql {
        private static final SessionStatus STATUS = make("MySqlStatus");

        private OfMySql() {
        }
    }

    /** See the other. */
    final class OfMariaDb {
        private static final SessionStatus STATUS = make("MariaDbStatus");

        private OfMariaDb() {
        }
    }

    private static SessionStatus make(String name) {
        try {
            return (SessionStatus) Class.forName(SessionStatus.class.getPackageName() + "." + name).getDeclaredConstructor()
                    .newInstance();
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }
}
