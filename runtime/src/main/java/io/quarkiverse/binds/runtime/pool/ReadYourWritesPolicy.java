package io.quarkiverse.binds.runtime.pool;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.function.BooleanSupplier;

import io.agroal.api.transaction.TransactionAware;
import io.agroal.pool.ConnectionHandler;
import io.quarkiverse.binds.runtime.config.BindKey;
import io.quarkiverse.binds.runtime.config.ReadYourWrites;
import io.quarkiverse.binds.runtime.config.ReplicaSettings;
import io.quarkiverse.binds.runtime.failure.Failure;
import io.quarkiverse.binds.runtime.replication.CommitPositions;
import io.quarkus.datasource.common.runtime.DatabaseKind;

/**
 * Decides whether a replica of one bind may serve a read-only unit of work, by the writes before it. With {@code wait}, each
 * connection to a replica waits for the position of the last commit before it joins a transaction. Thread-safe.
 */
final class ReadYourWritesPolicy {

    /** Makes Connector/J keep what MySQL sends about its session, such as the GTID of a commit. */
    private static final String TRACK_SESSION_STATE = "trackSessionState";

    private final String bind;
    private final Duration maxLag;
    private final BooleanSupplier writtenInSession;
    private final CommitPositions positions;

    /** @param writtenInSession whether the client of the current request has written lately */
    ReadYourWritesPolicy(String bind, String kind, ReplicaSettings replicas, BooleanSupplier writtenInSession) {
        this.bind = bind;
        this.maxLag = replicas.maxLag();
        this.writtenInSession = replicas.readYourWrites() == ReadYourWrites.SESSION ? writtenInSession : () -> false;
        this.positions = replicas.readYourWrites() == ReadYourWrites.WAIT ? CommitPositions.of(kind) : null;
    }

    /** The driver property that connections to the primary need; null if none. */
    static String driverProperty(String kind, ReplicaSettings replicas) {
        return replicas.readYourWrites() == ReadYourWrites.WAIT && DatabaseKind.isMySQL(kind) ? TRACK_SESSION_STATE : null;
    }

    /** Prepares a connection to the primary after its login. */
    void opened(Connection primary) throws SQLException {
        if (positions != null) {
            positions.opened(primary);
        }
    }

    /** Whether the writes before this read require the primary. */
    boolean requiresPrimary() {
        return writtenInSession.getAsBoolean();
    }

    /** @return null if no connection has to be observed */
    TransactionListener ofPrimary() {
        return positions == null ? null : new TransactionListener() {
            @Override
            public void committed(TransactionAware connection) {
                positions.committed(raw(connection));
            }
        };
    }

    /** @return null if no connection has to be observed */
    TransactionListener ofReplicas() {
        return positions == null ? null : new TransactionListener() {
            @Override
            public void joining(TransactionAware connection) throws SQLException {
                if (Lease.current() != null) { // else it is in use for reading already, and has waited before
                    await(raw(connection));
                }
            }
        };
    }

    private void await(Connection replica) throws SQLException {
        boolean reached;
        try {
            reached = positions.isReachedBy(replica, maxLag);
        } catch (SQLException e) {
            if (Failure.of(e).isOfConnection()) {
                throw e; // the pool replaces the connection
            }
            throw new ReplicaBehindException("waiting for a replica failed: " + e.getMessage());
        }
        if (!reached) {
            throw new ReplicaBehindException(positions.unavailable() != null ? positions.unavailable()
                    : "a replica has not applied the commits of this application within " + maxLag.toMillis() + " ms ("
                            + BindKey.property(bind, "max-replica-lag") + ")");
        }
    }

    private static Connection raw(TransactionAware connection) {
        return ((ConnectionHandler) connection).rawConnection();
    }
}
