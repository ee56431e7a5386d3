package io.quarkiverse.binds.runtime.replication;

import java.net.SocketTimeoutException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.Executor;
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

    /**
     * GTIDs of MariaDB: the last one of each domain, for which the server itself waits. Nodes of Galera need no position: each
     * can wait for everything that its group has committed.
     */
    static final class MariaDb extends QueriedPositions {

        private static final String IS_GALERA = "SELECT 1 FROM information_schema.global_variables"
                + " WHERE variable_name = 'WSREP_ON' AND variable_value = 'ON'";
        private static final String SOURCE = "SELECT CONCAT(IF(@@global.log_bin, 1, 0), EXISTS (" + IS_GALERA + "))";
        private static final String POSITION = "SELECT @@global.gtid_binlog_pos";
        private static final String ALL_OF_GROUP = "SET STATEMENT wsrep_sync_wait = 1 FOR " + IS_GALERA;
        private static final Executor IN_THIS_THREAD = Runnable::run;

        private volatile boolean galera;

        @Override
        public void opened(Connection primary) throws SQLException {
            String source = value(primary, SOURCE);
            galera = source.endsWith("1");
            setUnavailable(galera || source.startsWith("1") ? null : "its server has no binary log: set log_bin");
        }

        @Override
        String query(Connection primary) throws SQLException {
            return galera ? "" : value(primary, POSITION);
        }

        @Override
        boolean await(Connection replica, String position, Duration timeout) throws SQLException {
            if (galera) {
                return awaitGroup(replica, timeout);
            }
            String seconds = String.format(Locale.ROOT, "%.3f", Math.max(1, timeout.toMillis()) / 1e3);
            return "0".equals(answer(replica, "SELECT MASTER_GTID_WAIT(?, " + seconds + ")", position));
        }

        /**
         * The server has one limit for the wait of all clients, and no statement timeout ends it, so the client gives up the
         * connection.
         *
         * @return false at the timeout, or if the replica is no node of Galera, on which nothing waits
         */
        private static boolean awaitGroup(Connection replica, Duration timeout) throws SQLException {
            int before = replica.getNetworkTimeout();
            replica.setNetworkTimeout(IN_THIS_THREAD, (int) Math.max(1, timeout.toMillis()));
            try (Statement statement = replica.createStatement(); ResultSet result = statement.executeQuery(ALL_OF_GROUP)) {
                boolean waited = result.next();
                replica.setNetworkTimeout(IN_THIS_THREAD, before);
                return waited;
            } catch (SQLException e) {
                if (!replica.isClosed()) {
                    replica.setNetworkTimeout(IN_THIS_THREAD, before);
                }
                if (isTimeout(e)) {
                    return false;
                }
                throw e;
            }
        }

        private static boolean isTimeout(SQLException e) {
            Throwable cause = e;
            while (cause != null && !(cause instanceof SocketTimeoutException)) {
                cause = cause.getCause();
            }
            return cause != null;
        }
    }

    /** Log sequence numbers of PostgreSQL, for which a standby has to be polled. */
    static final class PostgreSql extends QueriedPositions {

        /** A former standby that was promoted, and the primary itself, have positions of their own. */
        private static final String REACHED = "SELECT CASE WHEN pg_is_in_recovery() THEN pg_last_wal_replay_lsn()"
                + " ELSE pg_current_wal_insert_lsn() END >= CAST(? AS pg_lsn)";
        private static final String POSITION = "SELECT pg_current_wal_insert_lsn() || ' ' || current_setting('wal_block_size')";
        /** The longest header of a page of the log; the shortest record with the shortest header is longer. */
        private static final int HEADER = 40;
        private static final long FIRST_PAUSE_NANOS = 500_000;
        private static final long LONGEST_PAUSE_NANOS = 16_000_000;

        @Override
        public void opened(Connection primary) {
            // every primary has positions
        }

        @Override
        String query(Connection primary) throws SQLException {
            String[] parts = withoutTransaction(primary, () -> value(primary, POSITION)).split(" ");
            return reachable(parts[0], Integer.parseInt(parts[1]));
        }

        /**
         * After a commit that ends with a page, the position is behind the header of the next page, which no standby reaches
         * before another record follows. At most one record ends so early on a page, and it began on the page before, so the
         * beginning of the page is reached together with it.
         */
        static String reachable(String position, int pageSize) {
            int slash = position.indexOf('/');
            long low = Long.parseLong(position.substring(slash + 1), 16);
            long onPage = low % pageSize;
            return onPage > HEADER ? position
                    : position.substring(0, slash + 1) + Long.toHexString(low - onPage).toUpperCase(Locale.ROOT);
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
