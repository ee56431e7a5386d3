package io.quarkiverse.binds.runtime.pool;

import java.sql.SQLException;
import java.util.Optional;

import io.agroal.api.configuration.AgroalConnectionPoolConfiguration.ExceptionSorter;
import io.quarkiverse.binds.runtime.failure.Failure;

/**
 * Tells the pool which errors of a borrowed connection mean that it is of no use any more, and that those of its age are not
 * either. Thread-safe.
 */
final class LossSorter implements ExceptionSorter {

    private final PoolSettings settings;
    private final ExceptionSorter drivers;
    private final Inventory inventory;
    private final Admission admission;
    private final boolean severalHosts;
    private final Runnable onLoss;

    /**
     * @param drivers the sorter for the kind of database, or null
     * @param severalHosts whether a server that takes no writes any more is a reason to go to another one
     */
    LossSorter(PoolSettings settings, ExceptionSorter drivers, Inventory inventory, Admission admission, boolean severalHosts,
            Runnable onLoss) {
        this.settings = settings;
        this.drivers = drivers;
        this.inventory = inventory;
        this.admission = admission;
        this.severalHosts = severalHosts;
        this.onLoss = onLoss;
    }

    @Override
    public boolean isFatal(SQLException e) {
        Failure failure = Failure.of(e);
        if (failure == Failure.NOT_PRIMARY && !severalHosts) {
            return true; // reading goes on, and there is no other server to go to
        }
        if (!failure.endsConnection()) {
            return drivers != null && drivers.isFatal(e);
        }
        Optional<Borrow> borrow = admission.ofThisThread();
        PhysicalConnection connection = borrow.map(Borrow::connection).orElse(null);
        if (connection == null || connection.loseOnce()) {
            if (failure == Failure.CONNECTION_LOST) {
                borrow.ifPresent(b -> explain(e, b));
            }
            if (inventory.lost(connection)) {
                onLoss.run();
            }
        }
        return true;
    }

    /** How long it was held is what tells a pause that was too long for the server from a server that has gone. */
    private void explain(SQLException e, Borrow borrow) {
        e.addSuppressed(new LostInUse(settings.name().displayFirst() + " lost this connection after "
                + Admission.seconds(borrow.held()) + " in the hands of its borrower. A server closes a connection that rests"
                + " for longer than its wait_timeout, also within a transaction: commit before a long pause"));
    }

    private static final class LostInUse extends SQLException {

        private static final long serialVersionUID = 1L;

        LostInUse(String message) {
            super(message);
            setStackTrace(new StackTraceElement[0]);
        }
    }
}
