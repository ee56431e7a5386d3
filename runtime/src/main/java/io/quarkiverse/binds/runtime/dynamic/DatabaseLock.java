package io.quarkiverse.binds.runtime.dynamic;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

import io.quarkiverse.binds.runtime.failure.NoConnectionException;
import io.quarkus.datasource.common.runtime.DatabaseKind;

/**
 * An advisory lock of the server, so that only one process at a time brings a database up to date. The server
 * releases it if the connection is lost. For kinds other than MySQL, MariaDB and PostgreSQL there is no lock.
 */
final class DatabaseLock implements AutoCloseable {

    /**
     * MySQL's lock name: such names are shared by the whole server, and have at most 64 characters. SHA2, as MySQL 9 has no
     * MD5.
     */
    private static final String MYSQL_NAME = "CONCAT('quarkus-binds.', LEFT(SHA2(DATABASE(), 256), 50))";

    /** PostgreSQL's lock key, whose scope is one database: the first eight bytes of "quarkus-binds". */
    private static final long POSTGRESQL_KEY = 0x717561726b75732dL;

    private final Connection connection;
    private final String unlockSql;

    private DatabaseLock(Connection connection, String unlockSql) {
        this.connection = connection;
        this.unlockSql = unlockSql;
    }

    /**
     * Waits for the lock.
     *
     * @param connection the connection of the lock; it must stay borrowed until the lock is closed
     * @throws SQLException if another process holds the lock until the deadline
     */
    static DatabaseLock take(Connection connection, String kind, String bind, String key, Deadline deadline)
            throws SQLException {
        if (isOutsideTransactions(kind)) {
            long seconds = Math.max(1, Math.min(Integer.MAX_VALUE, deadline.remaining() / 1_000_000_000L));
            if (!isTrue(connection, "SELECT GET_LOCK(" + MYSQL_NAME + ", " + seconds + ")")) {
                throw timedOut(bind, key);
            }
            return new DatabaseLock(connection, "SELECT RELEASE_LOCK(" + MYSQL_NAME + ")");
        }
        if (DatabaseKind.isPostgreSQL(kind)) {
            try (Statement statement = connection.createStatement()) {
                long millis = Math.max(1, Math.min(Integer.MAX_VALUE, deadline.remaining() / 1_000_000L));
                statement.execute("SET lock_timeout = " + millis);
                statement.execute("SELECT pg_advisory_lock(" + POSTGRESQL_KEY + ")");
                statement.execute("RESET lock_timeout");
            }
            return new DatabaseLock(connection, "SELECT pg_advisory_unlock(" + POSTGRESQL_KEY + ")");
        }
        return new DatabaseLock(connection, null);
    }

    /** Whether a lock of a kind of database neither needs autocommit nor begins a transaction without it. */
    static boolean isOutsideTransactions(String kind) {
        return DatabaseKind.isMySQL(kind) || DatabaseKind.isMariaDB(kind);
    }

    private static boolean isTrue(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement(); ResultSet answer = statement.executeQuery(sql)) {
            return answer.next() && answer.getInt(1) == 1;
        }
    }

    private static NoConnectionException timedOut(String bind, String key) {
        return new NoConnectionException(bind, "Database '" + key + "' of bind '" + bind
                + "' cannot be opened: another process holds the lock for its schema and initializers for longer than"
                + " pool.timeout");
    }

    @Override
    public void close() throws SQLException {
        if (unlockSql != null) {
            try (Statement statement = connection.createStatement()) {
                statement.execute(unlockSql);
            }
        }
    }
}
