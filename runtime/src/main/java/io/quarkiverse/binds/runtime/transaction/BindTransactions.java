package io.quarkiverse.binds.runtime.transaction;

import java.sql.Connection;
import java.sql.SQLException;

import javax.transaction.xa.XAResource;

import jakarta.transaction.RollbackException;
import jakarta.transaction.Status;
import jakarta.transaction.SystemException;
import jakarta.transaction.Transaction;
import jakarta.transaction.TransactionManager;
import jakarta.transaction.TransactionSynchronizationRegistry;

import org.jboss.tm.TxUtils;

import io.agroal.api.transaction.TransactionAware;
import io.agroal.api.transaction.TransactionIntegration;
import io.quarkiverse.binds.runtime.config.BindNames;
import io.quarkiverse.binds.runtime.failure.Failure;

/**
 * How the pool of one bind takes part in JTA transactions: one connection per transaction, which joins the one
 * {@link BindsResource} of the transaction and goes back to the pool when it ends. Thread-safe.
 */
final class BindTransactions implements TransactionIntegration {

    private static final Object RESOURCE = BindsResource.class.getName();

    private enum Phase {
        NONE,
        ACTIVE,
        COMPLETING,
        ROLLING_BACK,
        ROLLED_BACK
    }

    private final String bind;
    private final TransactionManager manager;
    private final TransactionSynchronizationRegistry registry;
    /** By identity: two pools may serve one bind, one after the other, in dev mode. */
    private final Object key = new Object();

    BindTransactions(String bind, TransactionManager manager, TransactionSynchronizationRegistry registry) {
        this.bind = bind;
        this.manager = manager;
        this.registry = registry;
    }

    @Override
    public TransactionAware getTransactionAware() throws SQLException {
        switch (phase()) {
            case ACTIVE:
                return (TransactionAware) registry.getResource(key);
            case ROLLING_BACK, ROLLED_BACK:
                throw rolledBack();
            default:
                return null;
        }
    }

    @Override
    public void associate(TransactionAware connection, XAResource none) throws SQLException {
        Phase phase = phase();
        switch (phase) {
            case ACTIVE:
                if (registry.getResource(key) == null) {
                    join(connection);
                }
                connection.transactionCheckCallback(this::isRunning);
                break;
            case ROLLING_BACK, ROLLED_BACK:
                throw rolledBack();
            case COMPLETING:
                // borrowed by a listener of the commit: it must not be used once the commit has gone on
                int status = status();
                connection.transactionCheckCallback(() -> status() != status);
                break;
            default:
                commitEachStatement(connection);
                connection.transactionCheckCallback(this::isRunning);
        }
    }

    /**
     * Without a transaction JDBC commits each statement, while the pool keeps its connections the other way, which saves a
     * transaction two commands. Agroal puts it back on return.
     */
    static void commitEachStatement(TransactionAware connection) throws SQLException {
        try {
            jdbc(connection).setAutoCommit(true);
        } catch (SQLException e) {
            if (Failure.of(e) != Failure.CONNECTION_LOST) {
                connection.setFlushOnly();
                connection.transactionEnd();
                throw e;
            }
            // The pool would lose count of a connection that it could not hand out: its borrower meets the loss, and
            // giving it back is what removes it.
        }
    }

    /** Through the pool's wrapper, which remembers what has to be put back. */
    private static Connection jdbc(TransactionAware connection) {
        return (Connection) connection.getConnection();
    }

    private void join(TransactionAware connection) throws SQLException {
        CommitRecord record = CommitRecord.of(registry);
        if (record == null) {
            record = new CommitRecord();
            record.attach(registry);
        }
        try {
            if (record.isolation() != Connection.TRANSACTION_NONE) {
                jdbc(connection).setTransactionIsolation(record.isolation());
            }
            BindsResource resource = (BindsResource) registry.getResource(RESOURCE);
            if (resource == null) {
                resource = new BindsResource(record);
                enlist(resource);
                registry.registerInterposedSynchronization(resource);
                registry.putResource(RESOURCE, resource);
            }
            connection.transactionStart();
            resource.add(new Participant(bind, connection));
        } catch (SQLException e) {
            connection.setFlushOnly();
            connection.transactionEnd();
            throw e;
        }
        registry.putResource(key, connection);
    }

    private void enlist(BindsResource resource) throws SQLException {
        try {
            if (!manager.getTransaction().enlistResource(resource)) {
                throw new SQLException("The connection of " + BindNames.display(bind)
                        + " cannot join the transaction: it holds a connection of a datasource that is no bind. Make that"
                        + " datasource a bind (quarkus.binds.<name>.url), or use it in a transaction of its own");
            }
        } catch (RollbackException | SystemException | IllegalStateException e) {
            throw new SQLException("The connection of " + BindNames.display(bind)
                    + " cannot join the transaction, which is marked for rollback", e);
        }
    }

    @Override
    public boolean disassociate(TransactionAware connection) throws SQLException {
        if (phase() == Phase.ACTIVE) {
            registry.putResource(key, null);
        }
        return true;
    }

    /** Whether the transaction of this thread was begun by a unit of work that only reads. */
    boolean isReadOnly() {
        try {
            if (phase() != Phase.ACTIVE) {
                return false;
            }
        } catch (SQLException e) {
            return false;
        }
        CommitRecord record = CommitRecord.of(registry);
        return record != null && record.isReadOnly();
    }

    @Override
    public void addResourceRecoveryFactory(ResourceRecoveryFactory factory) {
        // nothing is prepared, so there is nothing to recover
    }

    @Override
    public void removeResourceRecoveryFactory(ResourceRecoveryFactory factory) {
        // see above
    }

    private boolean isRunning() throws SQLException {
        Phase phase = phase();
        return phase == Phase.ACTIVE || phase == Phase.COMPLETING || phase == Phase.ROLLING_BACK;
    }

    private Phase phase() throws SQLException {
        switch (status()) {
            case Status.STATUS_ACTIVE, Status.STATUS_MARKED_ROLLBACK:
                return Phase.ACTIVE;
            case Status.STATUS_PREPARING, Status.STATUS_PREPARED, Status.STATUS_COMMITTING:
                return Phase.COMPLETING;
            case Status.STATUS_ROLLING_BACK:
                return Phase.ROLLING_BACK;
            case Status.STATUS_ROLLEDBACK:
                return Phase.ROLLED_BACK;
            default:
                return Phase.NONE;
        }
    }

    private int status() throws SQLException {
        try {
            Transaction transaction = manager.getTransaction();
            if (transaction != null) {
                return transaction.getStatus();
            }
            // the reaper rolls back a transaction that has timed out without being associated with it
            return TxUtils.isTransactionManagerTimeoutThread() ? Status.STATUS_ROLLING_BACK : Status.STATUS_NO_TRANSACTION;
        } catch (SystemException e) {
            throw new SQLException("The transaction manager does not answer", e);
        }
    }

    private SQLException rolledBack() {
        return new SQLException("The transaction has been rolled back, for instance because it timed out"
                + " (quarkus.transaction-manager.default-transaction-timeout): " + BindNames.display(bind)
                + " gives it no connection any more");
    }

}
