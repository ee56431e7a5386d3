package io.quarkiverse.binds.runtime.replication;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;

/**
 * Positions that are queried after each commit. They are those of the whole server: the position of the commit with the highest
 * number, which is drawn before the query, includes all commits with lower numbers.
 */
abstract class QueriedPositions extends CommitPositions {

    private final AtomicLong numbers = new AtomicLong();
    private volatile Position latest = Position.NONE;

    /** The position of a primary. @return empty if it has none */
    abstract String query(Connection primary) throws SQLException;

    @Override
    public void committed(Connection primary) {
        if (unavailable() != null) {
            return;
        }
        long number = numbers.incrementAndGet();
        String text;
        try {
            text = query(primary);
        } catch (SQLException e) {
            text = null;
        }
        record(new Position(number, text));
    }

    private synchronized void record(Position position) {
        if (position.number() > latest.number()) {
            latest = position;
        }
    }

    @Override
    Position latest() {
        return latest;
    }

    private static String value(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement(); ResultSet result = statement.executeQuery(sql)) {
            result.next();
            return result.getString(1);
        }
    }

    private static String answer(Connection connection, String sql, String position) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, position);
            try (ResultSet result = statement.executeQuery()) {
                result.next();
                return result.getString(1);
            }
        }
    }

    /** GTIDs of MariaDB: the last one of each domain, for which the server itself waits. */
    static final class MariaDb extends QueriedPositions {

        private static final String POSITION = "SELECT @@global.gtid_binlog_pos";

        @Override
        public void opened(Connection primary) throws SQLException {
            setUnavailable("1".equals(value(primary, "SELECT @@global.log_bin")) ? null
                    : "its server has no binary log: set log_bin");
        }

        @Override
        String query(Connection primary) throws SQLException {
            return value(primary, POSITION);
        }

        @Override
        boolean await(Connection replica, String position, Duration timeout) throws SQLException {
            String seconds = String.format(Locale.ROOT, "%.3f", Math.max(1, timeout.toMillis()) / 1e3);
            return "0".equals(answer(replica, "SELECT MASTER_GTID_WAIT(?, " + seconds + ")", position));
        }
    }

    /** Log sequence numbers of PostgreSQL, for which a standby has to be polled. */
    static final class PostgreSql extends QueriedPositions {

        /** A former standby that was promoted, and the primary itself, have positions of their own. */
        private static final String REACHED = "SELECT CASE WHEN pg_is_in_recovery() THEN pg_last_wal_replay_lsn()"
                + " ELSE pg_current_wal_insert_lsn() END >= CAST(? AS pg_lsn)";
        private static final long FIRST_PAUSE_NANOS = 500_000;
        private static final long LONGEST_PAUSE_NANOS = 16_000_000;

        @Override
        public void opened(Connection primary) {
            // every primary has positions
        }

        @Override
        String query(Connection primary) throws SQLException {
            return withoutTransaction(primary, () -> value(primary, "SELECT pg_current_wal_insert_lsn()"));
        }

        @Override
        boolean await(Connection replica, String position, Duration timeout) throws SQLException {
            return withoutTransaction(replica, () -> poll(replica, position, timeout));
        }

        private static boolean poll(Connection replica, String position, Duration timeout) throws SQLException {
            long end = System.nanoTime() + timeout.toNanos();
            long pause = FIRST_PAUSE_NANOS;
            while (!"t".equals(answer(replica, REACHED, position))) {
                if (end - System.nanoTime() <= 0 || Thread.currentThread().isInterrupted()) {
                    return false;
                }
                LockSupport.parkNanos(pause);
                pause = Math.min(2 * pause, LONGEST_PAUSE_NANOS);
            }
            return true;
        }

        private interface Query<T> {
            T run() throws SQLException;
        }

        /** The driver sends no command for a change of its autocommit mode; a transaction would keep an old snapshot. */
        private static <T> T withoutTransaction(Connection connection, Query<T> query) throws SQLException {
            boolean autocommit = connection.getAutoCommit();
            connection.setAutoCommit(true);
            try {
                return query.run();
            } finally {
                connection.setAutoCommit(autocommit);
            }
        }
    }
}
