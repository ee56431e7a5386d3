package io.quarkiverse.binds.runtime.failure;

import java.sql.SQLException;

/** Recognises the errors of servers that have no database of that name. */
public final class UnknownDatabaseErrors {

    /** Error code {@code ER_BAD_DB_ERROR} of MySQL and MariaDB. */
    private static final int MYSQL = 1049;

    /** SQLState {@code invalid_catalog_name} of PostgreSQL. */
    private static final String POSTGRESQL = "3D000";

    /** Error codes {@code DATABASE_NOT_FOUND_WITH_IF_EXISTS_1} and {@code REMOTE_DATABASE_NOT_FOUND_1} of H2. */
    private static final int H2_IF_EXISTS = 90146;
    private static final int H2_REMOTE = 90149;

    private UnknownDatabaseErrors() {
    }

    public static boolean isSaidBy(SQLException e) {
        int code = e.getErrorCode();
        return code == MYSQL || code == H2_IF_EXISTS || code == H2_REMOTE || POSTGRESQL.equals(e.getSQLState());
    }
}
