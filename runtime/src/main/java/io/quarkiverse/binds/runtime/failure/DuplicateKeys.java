package io.quarkiverse.binds.runtime.failure;

import java.sql.SQLException;

/** Recognises exceptions of a duplicate value in a unique index, by the codes of the servers. */
public final class DuplicateKeys {

    // MySQL and MariaDB
    private static final int DUPLICATE_ENTRY = 1062;
    private static final int DUPLICATE_ENTRY_WITH_KEY_NAME = 1586;

    /** SQLState of PostgreSQL and H2. */
    private static final String UNIQUE_VIOLATION = "23505";

    private DuplicateKeys() {
    }

    /** Whether an exception, or one of its causes, says that a key exists already. */
    public static boolean isReportedBy(Throwable thrown) {
        for (Throwable t : Causes.of(thrown)) {
            if (t instanceof SQLException sql && (sql.getErrorCode() == DUPLICATE_ENTRY
                    || sql.getErrorCode() == DUPLICATE_ENTRY_WITH_KEY_NAME || UNIQUE_VIOLATION.equals(sql.getSQLState()))) {
                return true;
            }
        }
        return false;
    }
}
