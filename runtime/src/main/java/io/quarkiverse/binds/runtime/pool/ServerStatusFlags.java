package io.quarkiverse.binds.runtime.pool;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;

/**
 * Reads the state of a session that a driver keeps: the status that the server sent with its last response, and the isolation
 * that it told with the login. MySQL and MariaDB send the status with each response, so finding out about a transaction left
 * open by a statement costs no command.
 * <p>
 * An implementation links to its driver, which may be absent. It is therefore referred to by its name only and instantiated for
 * a connection of that driver: a static field would be initialised while a native executable is built, together with any class
 * that a constant name leads to.
 */
interface ServerStatusFlags {

    /** The flags of the protocol of MySQL and MariaDB. */
    int IN_TRANSACTION = 1;
    int AUTOCOMMIT = 2;

    int UNKNOWN_ISOLATION = -1;

    /** The classes of the drivers' connections begin with the key; PoolProcessor registers the classes in the values. */
    Map<String, String> IMPLEMENTATIONS = Map.of(
            "com.mysql.cj.jdbc.", "MySqlServerStatusFlags",
            "org.mariadb.jdbc.", "MariaDbServerStatusFlags");

    int flags(Connection connection) throws SQLException;

    /** Whether the driver itself assumes that each statement is committed. */
    boolean isAutocommitKnown(Connection connection) throws SQLException;

    /**
     * The isolation of the transactions of a connection, as the server has told it with the login, if no command was sent
     * since.
     *
     * @return {@link #UNKNOWN_ISOLATION} if the driver does not keep it
     */
    int isolationAtLogin(Connection connection);

    /**
     * Makes the implementation for the driver of a connection.
     *
     * @return null for a driver without status flags
     */
    static ServerStatusFlags of(Connection connection) {
        String driver = connection.getClass().getName();
        for (Map.Entry<String, String> implementation : IMPLEMENTATIONS.entrySet()) {
            if (driver.startsWith(implementation.getKey())) {
                return make(implementation.getValue());
            }
        }
        return null;
    }

    private static ServerStatusFlags make(String name) {
        try {
            return (ServerStatusFlags) Class.forName(ServerStatusFlags.class.getPackageName() + "." + name)
                    .getDeclaredConstructor()
                    .newInstance();
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }
}
