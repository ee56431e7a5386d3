package io.quarkiverse.binds.runtime.pool;

import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.SQLException;

import io.quarkiverse.binds.runtime.failure.NoConnectionException;

/**
 * Checks that the server is MySQL or MariaDB, as configured. Both speak one protocol, so each driver logs in to the other
 * server; the errors that follow, in Hibernate's dialect or in a type, do not name the reason.
 */
final class ServerProduct {

    private static final String MARIADB = "MariaDB";

    private ServerProduct() {
    }

    /**
     * Closes the connection and throws if it leads to the other product, or its product cannot be read.
     *
     * @param mariadb whether MariaDB is expected, rather than MySQL
     */
    static void check(Connection connection, boolean mariadb) throws SQLException {
        try {
            requireProduct(connection, mariadb);
        } catch (SQLException | RuntimeException e) {
            connection.close();
            throw e;
        }
    }

    private static void requireProduct(Connection connection, boolean mariadb) throws SQLException {
        DatabaseMetaData server = connection.getMetaData(); // known from the login
        String version = server.getDatabaseProductVersion();
        boolean isMariaDb = version.contains(MARIADB) || server.getDatabaseProductName().contains(MARIADB);
        if (isMariaDb == mariadb) {
            return;
        }
        String scheme = isMariaDb ? "mariadb" : "mysql";
        throw new SQLException("the server is " + (isMariaDb ? MARIADB : "MySQL") + " " + version + ": write " + scheme
                + ":// in the URL, and build with db-kind=" + scheme + " and the dependency io.quarkus:quarkus-jdbc-" + scheme,
                NoConnectionException.UNABLE_TO_CONNECT);
    }
}
