package io.quarkiverse.binds.runtime.transaction;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.function.Supplier;

import javax.transaction.xa.XAException;
import javax.transaction.xa.XAResource;

import jakarta.transaction.Status;
import jakarta.transaction.TransactionSynchronizationRegistry;

import io.agroal.api.transaction.TransactionAware;
import io.agroal.api.transaction.TransactionIntegration;
import io.quarkiverse.binds.runtime.config.BindNames;
import io.quarkiverse.binds.runtime.failure.Causes;
import io.quarkiverse.binds.runtime.failure.Failure;
import io.quarkiverse.binds.runtime.masking.ExceptionMask;
import io.quarkiverse.binds.runtime.pool.SuspendedTransaction;
import io.quarkiverse.binds.runtime.readonly.CheckedTransactions;
import io.quarkiverse.binds.runtime.recording.MonitoredTransactions;
import io.quarkiverse.binds.runtime.recording.StatementMonitor;
import io.quarkiverse.binds.runtime.recording.StatementMonitors;

/**
 * Integrates the pool of a bind with two-phase commit with JTA transactions: as Agroal does, with an {@link XaBranch} that
 * reports the outcome. Thread-safe.
 */
final class XaTransactionIntegration implements TransactionIntegration, CheckedTransactions, MonitoredTransactions {

    private final String bind;
    private final TransactionIntegration agroal;
    private final TransactionSynchronizationRegistry registry;
    private final Supplier<TransactionScope> scope;
    private final StatementMonitors monitors;
    private final ExceptionMask mask;

    /** @param mask null for a bind without sensitive columns */
    XaTransactionIntegration(String bind, TransactionIntegration agroal, TransactionSynchronizationRegistry registry,
            Supplier<TransactionScope> scope, StatementMonitors monitors, ExceptionMask mask) {
        this.bind = bind;
        this.agroal = agroal;
        this.registry = registry;
        this.scope = scope;
        this.monitors = monitors;
        this.mask = mask;
    }

    @Override
    public TransactionAware getTransactionAware() throws SQLException {
        if (registry.getTransactionStatus() == Status.STATUS_NO_TRANSACTION && !SuspendedTransaction.isOnThisThread()) {
            scope.get().begin();
        }
        return agroal.getTransactionAware();
    }

    @Override
    public void associate(TransactionAware connection, XAResource resource) throws SQLException {
        switch (registry.getTransactionStatus()) {
            case Status.STATUS_ACTIVE, Status.STATUS_MARKED_ROLLBACK:
                join(connection, resource);
                break;
            case Status.STATUS_ROLLING_BACK, Status.STATUS_ROLLEDBACK:
                agroal.associate(connection, resource); // throws
                break;
            default:
                if (!SuspendedTransaction.isOnThisThread()) {
                    scope.get().committed(bind);
                }
                BindTransactionIntegration.commitEachStatement(connection);
                agroal.associate(connection, resource);
        }
    }

    private void join(TransactionAware connection, XAResource resource) throws SQLException {
        CommitRecord record = CommitRecord.currentOrNew(registry, scope);
        record.connected(bind);
        XaBranch branch = new XaBranch(bind, resource, record, mask);
        try {
            agroal.associate(connection, branch);
        } catch (SQLException e) {
            if (branch.startFailure() == null) {
                throw e;
            }
            if (Failure.of(branch.startFailure()) != Failure.CONNECTION_LOST) {
                throw notStarted(branch.startFailure());
            }
            // After an exception the pool would not count the connection, which is returned at the end of the transaction. So
            // the lost connection is handed out: its borrower gets the error, and nothing of this transaction is committed.
            registry.setRollbackOnly();
            connection.transactionCheckCallback(() -> true);
        }
    }

    /** Creates the exception for a failed start, with the codes and the message of the database. */
    private SQLException notStarted(XAException e) {
        String message = "The connection of " + BindNames.display(bind) + " cannot begin its part of the transaction: ";
        for (Throwable t : Causes.of(e)) {
            if (t instanceof SQLException sql) {
                return new SQLException(message + sql.getMessage(), sql.getSQLState(), sql.getErrorCode(), e);
            }
        }
        return new SQLException(message + e.getMessage(), e);
    }

    @Override
    public Connection checked(Connection connection) {
        return CommitRecord.checked(registry, connection);
    }

    @Override
    public StatementMonitor monitor(String database) {
        return monitors.of(bind, database, () -> SuspendedTransaction.isOnThisThread() ? null : scope.get().queryLog());
    }

    @Override
    public boolean disassociate(TransactionAware connection) {
        return true; // see BindTransactionIntegration
    }

    @Override
    public void addResourceRecoveryFactory(ResourceRecoveryFactory factory) {
        agroal.addResourceRecoveryFactory(factory);
    }

    @Override
    public void removeResourceRecoveryFactory(ResourceRecoveryFactory factory) {
        agroal.removeResourceRecoveryFactory(factory);
    }
}
