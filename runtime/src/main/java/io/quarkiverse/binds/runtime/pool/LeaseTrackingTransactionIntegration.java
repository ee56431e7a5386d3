package io.quarkiverse.binds.runtime.pool;

import java.sql.SQLException;

import javax.transaction.xa.XAResource;

import org.jboss.logging.Logger;

import io.agroal.api.cache.Acquirable;
import io.agroal.api.transaction.TransactionAware;
import io.agroal.api.transaction.TransactionIntegration;
import io.agroal.pool.ConnectionHandler;
import io.agroal.pool.ConnectionHandler.State;
import io.quarkiverse.binds.runtime.failure.Failure;

/**
 * Assigns connections to leases and takes connections back, before and after their part in transactions. Agroal calls it with
 * each connection that is handed out or returned. Thread-safe.
 */
final class LeaseTrackingTransactionIntegration implements TransactionIntegration {

    private static final Logger LOG = Logger.getLogger("io.quarkiverse.binds");

    private final PoolSettings settings;
    private final TransactionIntegration transactions;
    private final ConnectionRegistry registry;
    private final ConnectionPermits permits;
    private final IdleConnections idle;
    private final int size;
    private final boolean resetsEnlisted;
    private final LeakDetection leaks;
    private final OverflowEvictor overflow;
    private final Runnable closeLost;

    /**
     * @param leaks null if a connection may be held for any time
     * @param closeLost makes Agroal close the lost connections
     */
    LeaseTrackingTransactionIntegration(PoolSettings settings, TransactionIntegration transactions,
            ConnectionRegistry registry, ConnectionPermits permits, IdleConnections idle, ConnectionSource source,
            LeakDetection leaks, Runnable closeLost) {
        this.settings = settings;
        this.transactions = transactions;
        this.registry = registry;
        this.permits = permits;
        this.idle = idle;
        this.size = settings.size();
        this.resetsEnlisted = source.resetsEnlisted();
        this.leaks = leaks;
        this.overflow = new OverflowEvictor(settings, registry, idle, closeLost);
        this.closeLost = closeLost;
    }

    @Override
    public TransactionAware getTransactionAware() throws SQLException {
        return Lease.isOutsideTransaction() ? null : transactions.getTransactionAware();
    }

    /**
     * Assigns the connection to the lease. If this throws, Agroal takes the connection back without a callback; {@link Lending}
     * then offers the handle acquired by the lease.
     */
    @Override
    public void associate(TransactionAware connection, XAResource resource) throws SQLException {
        Lease lease = Lease.current();
        if (lease == null) {
            transactions.associate(connection, resource); // the connection that the transaction already has
            return;
        }
        Acquirable handler = (Acquirable) connection;
        lease.acquired(handler);
        if (Interruption.isPending()) {
            throw PoolErrors.interrupted(settings); // the first use by an interrupted thread would close the connection
        }
        switch (lease.purpose) {
            case READ -> prepareToRead(connection);
            case WORK -> transactions.associate(connection, resource);
            default -> {
                // no switch to autocommit: it would cost two commands, and a silent server would not answer before a ping
            }
        }
        Lease before = registry.of(handler).lease(lease, ((ConnectionHandler) handler).isEnlisted());
        if (leaks != null) {
            leaks.borrowed();
        }
        if (before != null) {
            permits.release(before);
        }
    }

    private void prepareToRead(TransactionAware connection) throws SQLException {
        if (transactions instanceof ListenedTransactions listened) {
            listened.joining(connection);
        }
        connection.transactionCheckCallback(() -> false);
        try {
            registry.of((Acquirable) connection).commitEachStatement();
        } catch (SQLException e) {
            if (Failure.of(e) != Failure.CONNECTION_LOST) {
                connection.setFlushOnly();
                connection.transactionEnd();
                throw e;
            }
            // handed out, as by BindTransactionIntegration.commitEachStatement: its borrower gets the error
        }
    }

    /**
     * Carries out a return. Agroal calls this at the beginning of a return and has no hook at its end, before which no borrower
     * can acquire the connection. So the first call carries out the whole return, lets the nested call of that return pass, and
     * then offers the connection; the outer return has nothing left to do.
     */
    @Override
    public boolean disassociate(TransactionAware connection) throws SQLException {
        Acquirable handler = (Acquirable) connection;
        PhysicalConnection physical = registry.of(handler);
        if (!physical.beginReturn()) {
            return true;
        }
        Lease lease = physical.lease();
        try {
            if (mustDiscard(physical)) {
                connection.setFlushOnly();
            }
            connection.transactionEnd();
        } catch (Throwable t) {
            returnFailed(physical, (ConnectionHandler) handler, t);
        } finally {
            if (lease != null) {
                physical.endLease(lease);
            }
            int idleCount = idle.offer(physical, handler);
            if (lease != null) {
                permits.release(lease);
            }
            if (idleCount > size) {
                overflow.planEviction();
            }
        }
        return false;
    }

    private boolean mustDiscard(PhysicalConnection connection) {
        if (!registry.isUsable(connection)) {
            if (registry.isLost(connection)) {
                connection.abort(); // abort, since a logout would wait for the server
            }
            return true;
        }
        try {
            connection.resetSession(resetsEnlisted);
            if (settings.size() == 0) {
                connection.close(); // at once, so that it does not count among those that are open
                return true;
            }
            return false;
        } catch (SQLException e) {
            return true;
        }
    }

    /** Closes a connection whose return failed halfway because an interceptor of the application threw. */
    private void returnFailed(PhysicalConnection connection, ConnectionHandler handler, Throwable t) {
        LOG.warnf(t, "%s closes a connection, because an error occurred when it was returned", settings.name().displayFirst());
        connection.close();
        // in this state Agroal's next check of the idle connections removes the handle
        handler.setState(State.CHECKED_OUT, State.CHECKED_IN);
        closeLost.run();
    }

    @Override
    public void addResourceRecoveryFactory(ResourceRecoveryFactory factory) {
        transactions.addResourceRecoveryFactory(factory);
    }

    @Override
    public void removeResourceRecoveryFactory(ResourceRecoveryFactory factory) {
        transactions.removeResourceRecoveryFactory(factory);
    }
}
