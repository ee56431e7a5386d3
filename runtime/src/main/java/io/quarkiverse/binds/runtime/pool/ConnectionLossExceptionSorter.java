package io.quarkiverse.binds.runtime.pool;

import java.sql.SQLException;
import java.util.Optional;

import io.agroal.api.configuration.AgroalConnectionPoolConfiguration.ExceptionSorter;
import io.quarkiverse.binds.runtime.failure.Failure;

/** Decides which errors end a borrowed connection, and all older connections of the pool with it. Thread-safe. */
final class ConnectionLossExceptionSorter implements ExceptionSorter {

    private final PoolSettings settings;
    private final ExceptionSorter drivers;
    private final ConnectionRegistry registry;
    private final boolean severalHosts;
    private final Runnable onLoss;

    /**
     * Creates the sorter of a pool, with the mask of its bind around it if there is one.
     *
     * @param drivers the sorter for the kind of database, or null
     * @param severalHosts whether another server is available when this one has become read-only
     */
    static ExceptionSorter of(PoolSettings settings, ExceptionSorter drivers, ConnectionRegistry registry, boolean severalHosts,
            Runnable onLoss) {
        ExceptionSorter sorter = new ConnectionLossExceptionSorter(settings, drivers, registry, severalHosts, onLoss);
        return drivers instanceof MaskedBindSorter ofBind ? new MaskingExceptionSorter(sorter, ofBind.mask(), registry)
                : sorter;
    }

    private ConnectionLossExceptionSorter(PoolSettings settings, ExceptionSorter drivers, ConnectionRegistry registry,
            boolean severalHosts, Runnable onLoss) {
        this.settings = settings;
        this.drivers = drivers;
        this.registry = registry;
        this.severalHosts = severalHosts;
        this.onLoss = onLoss;
    }

    @Override
    public boolean isFatal(SQLException e) {
        Failure failure = Failure.of(e);
        if (failure == Failure.NOT_PRIMARY && isReadOnly()) {
            return false; // the unit of work is read-only; PostgreSQL has one code for this and for a server that is read-only
        }
        if ((failure == Failure.NOT_PRIMARY || failure == Failure.NOT_READY) && !severalHosts) {
            return true; // closes only this connection: there is no other server, and reads or later statements work
        }
        if (!failure.endsConnection()) {
            return drivers != null && drivers.isFatal(e);
        }
        if (failure == Failure.NOT_PRIMARY) {
            registry.becameReadOnly();
        }
        Optional<Lease> lease = registry.leaseOfThisThread();
        PhysicalConnection connection = lease.map(Lease::connection).orElse(null);
        if (Interruption.isCauseOf(e)) {
            lostToInterrupt(e, lease, connection);
        } else if (connection == null || connection.markLost()) {
            if (failure == Failure.CONNECTION_LOST) {
                lease.ifPresent(l -> addLeaseTime(e, l));
            }
            if (registry.lost(connection)) {
                onLoss.run();
            }
        }
        return true;
    }

    private boolean isReadOnly() {
        return registry.leaseOfThisThread().map(Lease::connection).map(PhysicalConnection::isReadOnly).orElse(false);
    }

    /**
     * Counts one connection as lost: an interrupt closes only the connection in use; the server and the others may still work.
     */
    private void lostToInterrupt(SQLException e, Optional<Lease> lease, PhysicalConnection connection) {
        if (connection == null || connection.markLost()) {
            registry.lostAlone();
            lease.ifPresent(l -> e.addSuppressed(new LostInUse(settings.name().displayFirst() + " lost this connection because"
                    + " thread '" + l.thread().getName() + "' was interrupted while using it, " + PoolErrors.seconds(l.held())
                    + " after borrowing it. Other connections are not affected")));
        }
    }

    /** Adds the time the connection was held: otherwise a pause beyond the server's timeout looks like a lost server. */
    private void addLeaseTime(SQLException e, Lease lease) {
        e.addSuppressed(new LostInUse(settings.name().displayFirst() + " lost this connection "
                + PoolErrors.seconds(lease.held()) + " after it was borrowed. A server closes a connection that is idle for"
                + " longer than its wait_timeout, even within a transaction: commit before a long pause"));
    }

    private static final class LostInUse extends SQLException {

        private static final long serialVersionUID = 1L;

        LostInUse(String message) {
            super(message);
            setStackTrace(new StackTraceElement[0]);
        }
    }
}
