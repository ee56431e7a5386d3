package io.quarkiverse.binds.runtime.pool;

import java.sql.Connection;
import java.sql.SQLException;

import io.agroal.api.cache.Acquirable;
import io.agroal.api.transaction.TransactionAware;
import io.agroal.api.transaction.TransactionIntegration;
import io.quarkiverse.binds.runtime.failure.Failure;
import io.quarkiverse.binds.runtime.pool.Lease.Purpose;
import io.quarkiverse.binds.runtime.readonly.CheckedTransactions;
import io.quarkiverse.binds.runtime.readonly.ReadSource;
import io.quarkiverse.binds.runtime.recording.MonitoredTransactions;
import io.quarkiverse.binds.runtime.recording.StatementMonitor;

/** Lends the connections of a pool: acquires a permit first, then a connection from Agroal. Thread-safe. */
final class Lending {

    private final PoolSettings settings;
    private final ConnectionRegistry registry;
    private final ConnectionSource source;
    private final ConnectionPermits permits;
    private final IdleConnections idle;
    private final TransactionIntegration transactions;
    /** Records statements; null if that is off. */
    private final StatementMonitor monitor;
    private volatile long lastUsed = System.nanoTime();

    Lending(PoolSettings settings, ConnectionRegistry registry, ConnectionSource source, ConnectionPermits permits,
            IdleConnections idle, TransactionIntegration transactions) {
        this.settings = settings;
        this.registry = registry;
        this.source = source;
        this.permits = permits;
        this.idle = idle;
        this.transactions = transactions;
        this.monitor = transactions instanceof MonitoredTransactions ofBind ? ofBind.monitor(settings.name().database()) : null;
    }

    long lastUsed() {
        return lastUsed;
    }

    /** Whether the transaction of this thread has a connection already. */
    boolean isInTransaction() throws SQLException {
        return transactions.getTransactionAware() != null;
    }

    /**
     * Lends a connection; in a read-only unit of work, and in dev mode, it checks each statement, and records it if that is on.
     *
     * @param checks whether statements are checked
     */
    Connection get(Borrowing borrowing, boolean checks) throws SQLException {
        // inside a transaction Agroal returns the enlisted connection; a second permit could deadlock
        Connection connection = transactions.getTransactionAware() != null ? borrowing.borrow()
                : borrow(borrowing, true, Purpose.WORK);
        Connection checked = checks && transactions instanceof CheckedTransactions ofUnits ? ofUnits.checked(connection)
                : connection;
        return monitor == null ? checked : monitor.wrap(checked);
    }

    /** Lends a connection for queries outside of every transaction; the next statements of the thread may use others. */
    ReadSource.Loan lendForReading(Borrowing borrowing) throws SQLException {
        try {
            return lendOnceForReading(borrowing);
        } catch (SQLException e) {
            if (!Failure.of(e).isOfConnection()) {
                throw e;
            }
        }
        try {
            return lendOnceForReading(borrowing); // as in borrow
        } catch (SQLException e) {
            throw Failure.of(e).isOfConnection() ? PoolErrors.lostAtOnce(settings, e) : e;
        }
    }

    private ReadSource.Loan lendOnceForReading(Borrowing borrowing) throws SQLException {
        Lease lease = permits.acquire(Purpose.READ);
        Connection connection = borrow(lease, borrowing, true);
        return new ReadLoan(monitor == null ? connection : monitor.wrap(connection), lease, transactions);
    }

    private record ReadLoan(Connection connection, Lease lease,
            TransactionIntegration transactions) implements ReadSource.Loan {

        @Override
        public void join() throws SQLException {
            transactions.associate((TransactionAware) lease.acquired(), null);
        }
    }

    interface Borrowing {
        Connection borrow() throws SQLException;
    }

    /**
     * Lends a connection in the mode in which the pool keeps it, to be left idle or to hold a lock of the server: no command
     * switches it to autocommit and back. The calling thread has no transaction.
     */
    Connection hold(Borrowing borrowing) throws SQLException {
        Connection connection = borrow(borrowing, false, Purpose.HOLD);
        return monitor == null ? connection : monitor.wrap(connection);
    }

    /**
     * Lends a connection to a check that pings the server, outside of a transaction, by no command without a time limit. It
     * does not count as a use of the pool.
     */
    Connection borrowToPing(Borrowing borrowing) throws SQLException {
        return borrow(borrowing, false, Purpose.PING);
    }

    /**
     * @param outsideTransaction whether the transaction of this thread, if any, is known to have no connection
     */
    private Connection borrow(Borrowing borrowing, boolean outsideTransaction, Purpose purpose) throws SQLException {
        try {
            return borrow(permits.acquire(purpose), borrowing, outsideTransaction);
        } catch (SQLException e) {
            if (!Failure.of(e).isOfConnection()) {
                throw e;
            }
            if (isInTransaction()) {
                throw PoolErrors.lostAtOnce(settings, e);
            }
        }
        // killed between login and first use: retry once with a new connection
        try {
            return borrow(permits.acquire(purpose), borrowing, outsideTransaction);
        } catch (SQLException e) {
            throw Failure.of(e).isOfConnection() ? PoolErrors.lostAtOnce(settings, e) : e;
        }
    }

    /**
     * Lends a connection like {@link #borrowToPing}, but neither waits for one, nor counts as a use of the pool.
     *
     * @return null if every connection is borrowed
     */
    Connection borrowIfFree(Borrowing borrowing) throws SQLException {
        Lease lease = permits.acquireIfFree(Purpose.PING);
        return lease == null ? null : borrow(lease, borrowing, false);
    }

    private Connection borrow(Lease lease, Borrowing borrowing, boolean outsideTransaction) throws SQLException {
        if (lease.purpose != Purpose.PING) {
            lastUsed = System.nanoTime();
        }
        lease.begin(outsideTransaction);
        try {
            Connection connection = borrowing.borrow();
            if (lease.connection() == null) {
                permits.release(lease); // no new lease: the transaction already had the connection
            }
            return connection;
        } catch (OpeningFailedException e) {
            permits.release(lease);
            throw e.getCause();
        } catch (SQLException e) {
            takeBack(lease);
            throw source.translate(e);
        } catch (Throwable t) {
            takeBack(lease);
            throw t;
        } finally {
            if (lease.finish()) {
                giveBackUnused(lease);
            }
        }
    }

    private void giveBackUnused(Lease lease) {
        idle.release(lease.withheld());
        if (lease.opened() != null) {
            source.closeUnused(lease.opened());
        }
    }

    /**
     * Ends the lease of a borrower that gets no connection. A handle that Agroal has acquired for it is offered again, unless
     * the connection has joined the transaction, whose end returns it.
     */
    private void takeBack(Lease lease) {
        Acquirable acquired = lease.acquired();
        if (lease.connection() != null) {
            lease.connection().endLease(lease);
        } else if (acquired != null && acquired.isAcquirable()) {
            idle.offer(registry.of(acquired), acquired);
        }
        permits.release(lease);
    }
}
