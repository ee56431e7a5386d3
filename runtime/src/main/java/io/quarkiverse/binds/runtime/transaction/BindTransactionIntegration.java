package io.quarkiverse.binds.runtime.transaction;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.function.Supplier;

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
import io.agroal.pool.ConnectionHandler;
import io.quarkiverse.binds.runtime.config.BindNames;
import io.quarkiverse.binds.runtime.failure.Failure;
import io.quarkiverse.binds.runtime.failure.TransactionManagerFailures;
import io.quarkiverse.binds.runtime.pool.ListenedTransactions;
import io.quarkiverse.binds.runtime.pool.SuspendedTransaction;
import io.quarkiverse.binds.runtime.pool.TransactionListener;
import io.quarkiverse.binds.runtime.readonly.CheckedTransactions;
import io.quarkiverse.binds.runtime.recording.MonitoredTransactions;
import io.quarkiverse.binds.runtime.recording.StatementMonitor;
import io.quarkiverse.binds.runtime.recording.StatementMonitors;

/**
 * Integrates the pool of one bind with JTA transactions: one connection per transaction, which joins the one
 * {@link OnePhaseCompositeXAResource} of the transaction and is returned to the pool when the transaction ends. Thread-safe.
 */
final class BindTransactionIntegration implements TransactionIntegration, CheckedTransactions, MonitoredTransactions,
        ListenedTransactions {

    private static final Object RESOURCE = OnePhaseCompositeXAResource.class.getName();

    private final String bind;
    private final TransactionManager manager;
    private final TransactionSynchronizationRegistry registry;
    private final Supplier<TransactionScope> scope;
    private final StatementMonitors monitors;
    /** Null if nobody observes the connections. */
    private final TransactionListener listener;
    /** Key of the connection in the transaction, compared by identity: in dev mode a bind may have two pools in succession. */
    private final Object key = new Object();

    /**
     * @param scope looked up at the first connection, since the beans above the pools are created after them
     * @param listener observes the connections of the pool; null if nobody does
     */
    BindTransactionIntegration(String bind, TransactionManager manager, TransactionSynchronizationRegistry registry,
            Supplier<TransactionScope> scope, StatementMonitors monitors, TransactionListener listener) {
        this.bind = bind;
        this.manager = manager;
        this.registry = registry;
        this.scope = scope;
        this.monitors = monitors;
        this.listener = listener;
    }

    /**
     * The connection that the transaction of the calling thread has, or null. In a unit of work the transaction is begun here
     * if it has not begun: every borrowed connection takes part in it.
     */
    @Override
    public TransactionAware getTransactionAware() throws SQLException {
        int status = status();
        if (status == Status.STATUS_NO_TRANSACTION && !SuspendedTransaction.isOnThisThread() && scope.get().begin()) {
            status = status();
        }
        switch (status) {
            case Status.STATUS_ACTIVE, Status.STATUS_MARKED_ROLLBACK:
                return (TransactionAware) registry.getResource(key);
            case Status.STATUS_ROLLING_BACK, Status.STATUS_ROLLEDBACK:
                throw rolledBack();
            default:
                return null;
        }
    }

    @Override
    public void associate(TransactionAware connection, XAResource none) throws SQLException {
        int status = status();
        switch (status) {
            case Status.STATUS_ACTIVE, Status.STATUS_MARKED_ROLLBACK:
                if (registry.getResource(key) == null) {
                    join(connection);
                }
                connection.transactionCheckCallback(this::isRunning);
                break;
            case Status.STATUS_ROLLING_BACK, Status.STATUS_ROLLEDBACK:
                throw rolledBack();
            case Status.STATUS_PREPARING, Status.STATUS_PREPARED, Status.STATUS_COMMITTING:
                // borrowed by a listener of the commit: it must not be used after that phase of the commit
                connection.transactionCheckCallback(() -> status() != status);
                break;
            default:
                if (!SuspendedTransaction.isOnThisThread()) {
                    scope.get().committed(bind);
                }
                commitEachStatement(connection);
                connection.transactionCheckCallback(this::isRunning);
        }
    }

    /**
     * Switches autocommit on, as JDBC requires without a transaction. The pool keeps its connections in the other mode, which
     * saves two commands per transaction. Agroal restores that mode on return.
     */
    static void commitEachStatement(TransactionAware connection) throws SQLException {
        try {
            Participant.jdbc(connection).setAutoCommit(true);
        } catch (SQLException e) {
            if (Failure.of(e) != Failure.CONNECTION_LOST) {
                connection.setFlushOnly();
                connection.transactionEnd();
                throw e;
            }
            // After an exception the pool would not count the connection as returned. So the lost connection is handed out:
            // its borrower gets the error, and its return removes it.
        }
    }

    private void join(TransactionAware connection) throws SQLException {
        if (listener != null) {
            listener.joining(connection);
        }
        CommitRecord record = CommitRecord.currentOrNew(registry, scope);
        try {
            record.connected(bind, connection);
            OnePhaseCompositeXAResource resource = (OnePhaseCompositeXAResource) registry.getResource(RESOURCE);
            if (resource == null) {
                resource = new OnePhaseCompositeXAResource(record);
                enlist(resource);
                registry.registerInterposedSynchronization(resource);
                registry.putResource(RESOURCE, resource);
            }
            endAutocommit(connection);
            connection.transactionStart();
            resource.add(new Participant(bind, connection, listener));
        } catch (SQLException e) {
            connection.setFlushOnly();
            connection.transactionEnd();
            throw e;
        }
        registry.putResource(key, connection);
    }

    /**
     * Switches off the autocommit of a connection that was lent for reading before. Otherwise Agroal would switch it, and once
     * more on return.
     */
    private static void endAutocommit(TransactionAware connection) throws SQLException {
        Connection raw = ((ConnectionHandler) connection).rawConnection();
        if (raw.getAutoCommit()) {
            raw.setAutoCommit(false);
        }
    }

    private void enlist(OnePhaseCompositeXAResource resource) throws SQLException {
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
    public void joining(TransactionAware connection) throws SQLException {
        if (listener != null) {
            listener.joining(connection);
        }
    }

    /**
     * Keeps the connection of the current transaction: a connection that joined is returned after its transaction, so the one
     * that is returned within a transaction was borrowed before it.
     */
    @Override
    public boolean disassociate(TransactionAware connection) {
        return true;
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
    public void addResourceRecoveryFactory(ResourceRecoveryFactory factory) {
        // no recovery: no connection is ever prepared
    }

    @Override
    public void removeResourceRecoveryFactory(ResourceRecoveryFactory factory) {
        // no recovery, as above
    }

    /** Called by Agroal with each use of the connection. */
    private boolean isRunning() throws SQLException {
        try {
            Transaction transaction = manager.getTransaction();
            if (transaction == null) {
                return TxUtils.isTransactionManagerTimeoutThread();
            }
            switch (transaction.getStatus()) {
                case Status.STATUS_ACTIVE, Status.STATUS_MARKED_ROLLBACK, Status.STATUS_PREPARING, Status.STATUS_PREPARED,
                        Status.STATUS_COMMITTING, Status.STATUS_ROLLING_BACK:
                    return true;
                default:
                    return false;
            }
        } catch (SystemException e) {
            throw new SQLException(TransactionManagerFailures.message(e), e);
        }
    }

    /** The status of the transaction of this thread; a transaction that is over counts as none. */
    private int status() throws SQLException {
        try {
            Transaction transaction = manager.getTransaction();
            if (transaction != null) {
                int status = transaction.getStatus();
                return status == Status.STATUS_COMMITTED || status == Status.STATUS_UNKNOWN ? Status.STATUS_NO_TRANSACTION
                        : status;
            }
            // the reaper rolls back a transaction that has timed out without being associated with it
            return TxUtils.isTransactionManagerTimeoutThread() ? Status.STATUS_ROLLING_BACK : Status.STATUS_NO_TRANSACTION;
        } catch (SystemException e) {
            throw new SQLException(TransactionManagerFailures.message(e), e);
        }
    }

    private SQLException rolledBack() {
        return new SQLException("The transaction has been rolled back, for instance because it timed out"
                + " (quarkus.transaction-manager.default-transaction-timeout): " + BindNames.display(bind)
                + " gives it no connection any more");
    }

}
