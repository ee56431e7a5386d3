package io.quarkiverse.binds.runtime.readonly;

import java.sql.Connection;
import java.sql.SQLException;

/** The differences between JDBC drivers; recognised by the name of the class, since a driver may be absent. */
enum DriverTraits {

    MYSQL(SqlSyntax.MYSQL),
    POSTGRESQL(SqlSyntax.POSTGRESQL),
    OTHER(SqlSyntax.STANDARD);

    private final SqlSyntax syntax;

    DriverTraits(SqlSyntax syntax) {
        this.syntax = syntax;
    }

    static DriverTraits of(Connection connection) {
        String driver;
        try {
            driver = connection.unwrap(Connection.class).getClass().getName();
        } catch (SQLException e) {
            return OTHER; // it is lost, which its first statement will report
        }
        if (driver.startsWith("com.mysql.") || driver.startsWith("org.mariadb.")) {
            return MYSQL;
        }
        return driver.startsWith("org.postgresql.") ? POSTGRESQL : OTHER;
    }

    SqlSyntax syntax() {
        return syntax;
    }

    /** Whether its transaction has been made read-only for the server by {@link CheckedConnection#markTransaction}. */
    boolean isMarked(Connection connection) {
        try {
            return this == POSTGRESQL && connection.isReadOnly(); // a field of the driver, no command
        } catch (SQLException e) {
            return false;
        }
    }
}
