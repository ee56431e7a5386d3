package io.quarkiverse.binds.runtime.transaction;

import java.sql.SQLException;

import javax.transaction.xa.XAException;
import javax.transaction.xa.XAResource;

import jakarta.transaction.Status;
import jakarta.transaction.TransactionSynchronizationRegistry;

import io.agroal.api.transaction.TransactionAware;
import io.agroal.api.transaction.TransactionIntegration;
import io.quarkiverse.binds.runtime.config.BindNames;
import io.quarkiverse.binds.runtime.failure.Failure;

/**
 * How the pool of a bind with two-phase commit takes part in JTA transactions: as Agroal has it, with a {@link Branch} that
 * tells what became of it. Thread-safe.
 */
final class XaTransactions implements TransactionIntegration {

    private final String bind;
    private final TransactionIntegration agroals;
    private final TransactionSynchronizationRegistry registry;

    XaTransactions(String bind, TransactionIntegration agroals, TransactionSynchronizationRegistry registry) {
        this.bind = bind;
        this.agroals = agroals;
        this.registry = registry;
    }

    @Override
    public TransactionAware getTransactionAware() throws SQLException {
        return agroals.getTransactionAware();
    }

    @Override
    public void associate(TransactionAware connection, XAResource resource) throws SQLException {
        switch (registry.getTransactionStatus()) {
            case Status.STATUS_ACTIVE, Status.STATUS_MARKED_ROLLBACK:
                join(connection, resource);
                break;
            case Status.STATUS_ROLLING_BACK, Status.STATUS_ROLLEDBACK:
                agroals.associate(connection, resource); // refuses it
                break;
            default:
                BindTransactions.commitEachStatement(connection);
                agroals.associate(connection, resource);
        }
    }

    private void join(TransactionAware connection, XAResource resource) throws SQLException {
        CommitRecord record = CommitRecord.of(registry);
        if (record == null) {
            record = new CommitRecord();
            record.attach(registry);
        }
        Branch branch = new Branch(bind, resource, record);
        try {
            agroals.associate(connection, branch);
        } catch (SQLException e) {
            if (branch.startFailure() == null) {
                throw e;
            }
            if (Failure.of(branch.startFailure()) != Failure.CONNECTION_LOST) {
                throw notStarted(branch.startFailure());
            }
            // The pool would lose count of a connection that it could not hand out and gets back at the end of the transaction:
            // its borrower meets the loss, and nothing of this transaction is committed.
            registry.setRollbackOnly();
            connection.transactionCheckCallback(() -> true);
        }
    }

    /** With the codes of the database, and its words. */
    private SQLException notStarted(XAException e) {
        String message = "The connection of " + BindNames.display(bind) + " cannot begin its part of the transaction: ";
        for (Throwable t = e; t != null; t = t.getCause()) {
            if (t instanceof SQLException sql) {
                return new SQLException(message + sql.getMessage(), sql.getSQLState(), sql.getErrorCode(), e);
            }
        }
        return new SQLException(message + e.getMessage(), e);
    }

    @Override
    public boolean disassociate(TransactionAware connection) throws SQLException {
        return agroals.disassociate(connection);
    }

    @Override
    public void addResourceRecoveryFactory(ResourceRecoveryFactory factory) {
        agroals.addResourceRecoveryFactory(factory);
    }

    @Override
    public void removeResourceRecoveryFactory(ResourceRecoveryFactory factory) {
        agroals.removeResourceRecoveryFactory(factory);
    }
}
