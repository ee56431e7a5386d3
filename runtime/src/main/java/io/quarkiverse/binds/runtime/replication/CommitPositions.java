package io.quarkiverse.binds.runtime.replication;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Collections;
import java.util.Map;
import java.util.WeakHashMap;

import io.quarkus.datasource.common.runtime.DatabaseKind;

/**
 * The position of the last commit of this process on one bind in the log of the primary, and the connections to replicas that
 * have reached it. Thread-safe.
 */
public abstract class CommitPositions {

    /**
     * A position in the log.
     *
     * @param number grows with each commit
     * @param text as the server writes it; null if it is not known
     */
    record Position(long number, String text) {

        static final Position NONE = new Position(0, "");
    }

    /** The number of the position that the server of each connection has reached. */
    private final Map<Connection, Long> reached = Collections.synchronizedMap(new WeakHashMap<>());
    private volatile String unavailable;

    /** @param kind MySQL, MariaDB or PostgreSQL */
    public static CommitPositions of(String kind) {
        if (DatabaseKind.isMySQL(kind)) {
            return new MySqlPositions();
        }
        return DatabaseKind.isMariaDB(kind) ? new QueriedPositions.MariaDb() : new QueriedPositions.PostgreSql();
    }

    /** Prepares a connection to the primary after its login. */
    public abstract void opened(Connection primary) throws SQLException;

    /**
     * Records the position of a commit. The commit has succeeded, so a failure makes the position unknown and is no error.
     *
     * @param primary the connection that has committed, outside of a transaction
     */
    public abstract void committed(Connection primary);

    abstract Position latest();

    /** Waits until a replica has applied everything up to a position. @return false at the timeout */
    abstract boolean await(Connection replica, String position, Duration timeout) throws SQLException;

    /** The reason why the primary has no positions; null if it has, as far as is known. */
    public final String unavailable() {
        return unavailable;
    }

    final void setUnavailable(String reason) {
        unavailable = reason;
    }

    /**
     * Waits until the server of a connection has applied every commit of this process; no command is sent to one that is known
     * to have.
     *
     * @param replica outside of a transaction
     * @return false if it takes longer than the timeout, or if the position is not known
     */
    public final boolean isReachedBy(Connection replica, Duration timeout) throws SQLException {
        Position latest = latest();
        if (unavailable != null || latest.text() == null) {
            return false;
        }
        Long before = latest.number() == 0 ? Long.valueOf(0) : reached.get(replica);
        if (before != null && before >= latest.number()) {
            return true;
        }
        if (!await(replica, latest.text(), timeout)) {
            return false;
        }
        reached.merge(replica, latest.number(), Math::max);
        return true;
    }
}
