package io.quarkiverse.binds.runtime.replication;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Locale;

/**
 * Positions of MySQL: the GTIDs of all commits of this process. The server sends the GTID of a commit with its response. Where
 * that does not arrive, as behind some proxies, the server is asked after each commit.
 */
final class MySqlPositions extends CommitPositions {

    private final GtidSet gtids = new GtidSet();
    private Position latest = Position.NONE;
    private boolean changed;
    /** Kept here, because the driver refers to it weakly; null before the first connection. */
    private volatile SessionTracking tracking;
    private volatile boolean tracked;

    @Override
    public void opened(Connection primary) throws SQLException {
        String mode = query(primary, "SELECT @@global.gtid_mode");
        if (!"ON".equals(mode)) {
            setUnavailable("gtid_mode of its server is " + mode + ": set gtid_mode=ON on all servers");
            return;
        }
        setUnavailable(null);
        if (tracking == null) {
            tracking = SessionTracking.of(primary, this::add);
        }
        tracked = tracking.track(primary);
        if (tracked) {
            try (Statement statement = primary.createStatement()) {
                statement.execute("SET SESSION session_track_gtids = OWN_GTID");
            }
        }
    }

    @Override
    public void committed(Connection primary) {
        if (tracked || unavailable() != null) {
            return;
        }
        try {
            add(query(primary, "SELECT @@global.gtid_executed"));
        } catch (SQLException e) {
            unknown();
        }
    }

    private synchronized void add(String set) {
        gtids.add(set);
        latest = new Position(latest.number() + 1, "");
        changed = true;
    }

    private synchronized void unknown() {
        latest = new Position(latest.number() + 1, null);
        changed = false;
    }

    @Override
    synchronized Position latest() {
        if (changed) {
            latest = new Position(latest.number(), gtids.toString());
            changed = false;
        }
        return latest;
    }

    @Override
    boolean await(Connection replica, String position, Duration timeout) throws SQLException {
        String seconds = String.format(Locale.ROOT, "%.3f", Math.max(1, timeout.toMillis()) / 1e3);
        try (PreparedStatement statement = replica
                .prepareStatement("SELECT WAIT_FOR_EXECUTED_GTID_SET(?, " + seconds + ")")) {
            statement.setString(1, position);
            try (ResultSet result = statement.executeQuery()) {
                return result.next() && result.getInt(1) == 0;
            }
        }
    }

    private static String query(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement(); ResultSet result = statement.executeQuery(sql)) {
            result.next();
            return result.getString(1);
        }
    }
}
