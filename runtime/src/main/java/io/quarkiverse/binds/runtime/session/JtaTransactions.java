package io.quarkiverse.binds.runtime.session;

import jakarta.inject.Singleton;
import jakarta.transaction.HeuristicMixedException;
import jakarta.transaction.HeuristicRollbackException;
import jakarta.transaction.InvalidTransactionException;
import jakarta.transaction.NotSupportedException;
import jakarta.transaction.RollbackException;
import jakarta.transaction.Status;
import jakarta.transaction.SystemException;
import jakarta.transaction.Transaction;
import jakarta.transaction.TransactionManager;
import jakarta.transaction.TransactionSynchronizationRegistry;

import io.quarkiverse.binds.runtime.failure.TransactionManagerFailures;
import io.quarkiverse.binds.runtime.transaction.CommitRecord;
import io.quarkus.narayana.jta.runtime.NotifyingTransactionManager;

/** Access to the transaction of the calling thread, without checked exceptions that cannot occur. Thread-safe. */
@Singleton
public class JtaTransactions {

    /** Key of the owner of a transaction among its resources. */
    private static final Object OWNER = JtaTransactions.class.getName();

    private final TransactionManager manager;
    private final TransactionSynchronizationRegistry registry;

    JtaTransactions(TransactionManager manager, TransactionSynchronizationRegistry registry) {
        this.manager = manager;
        this.registry = registry;
    }

    TransactionSynchronizationRegistry registry() {
        return registry;
    }

    /** The transaction of this thread, or null. */
    Transaction current() {
        try {
            return manager.getTransaction();
        } catch (SystemException e) {
            throw TransactionManagerFailures.unexpected(e);
        }
    }

    /** The owner of the transaction of this thread; null without a transaction, or if it was not begun by {@link #begin}. */
    Object owner() {
        try {
            return manager.getTransaction() == null ? null : registry.getResource(OWNER);
        } catch (SystemException e) {
            throw TransactionManagerFailures.unexpected(e);
        }
    }

    /**
     * @param owner for {@link #owner}
     * @param timeoutSeconds the time after which the transaction is rolled back; 0 for the configured time
     */
    Transaction begin(Object owner, CommitRecord record, int timeoutSeconds) {
        try {
            if (timeoutSeconds > 0) {
                beginWithin(timeoutSeconds);
            } else {
                manager.begin();
            }
            registry.putResource(OWNER, owner);
            record.attach(registry);
            return manager.getTransaction();
        } catch (NotSupportedException | SystemException e) {
            throw TransactionManagerFailures.unexpected(e);
        }
    }

    /**
     * Begins a transaction with a timeout and restores that of the thread, which applies to all transactions that the thread
     * begins.
     */
    private void beginWithin(int timeoutSeconds) throws NotSupportedException, SystemException {
        int before = manager instanceof NotifyingTransactionManager quarkus ? quarkus.getTransactionTimeout() : 0;
        manager.setTransactionTimeout(timeoutSeconds);
        try {
            manager.begin();
        } finally {
            manager.setTransactionTimeout(before);
        }
    }

    void commit() throws RollbackException, HeuristicMixedException, HeuristicRollbackException {
        try {
            manager.commit();
        } catch (SystemException e) {
            throw TransactionManagerFailures.unexpected(e);
        }
    }

    /** Rolls back the transaction of this thread; removes a transaction from the thread that its timeout has already ended. */
    void rollback() {
        try {
            manager.rollback();
        } catch (IllegalStateException e) {
            suspend();
        } catch (SystemException e) {
            throw TransactionManagerFailures.unexpected(e);
        }
    }

    /** Whether the transaction of this thread can still be committed. */
    boolean isActive() {
        return status() == Status.STATUS_ACTIVE;
    }

    boolean isMarkedRollback() {
        return status() == Status.STATUS_MARKED_ROLLBACK;
    }

    private int status() {
        try {
            return manager.getStatus();
        } catch (SystemException e) {
            throw TransactionManagerFailures.unexpected(e);
        }
    }

    void setRollbackOnly() {
        try {
            if (manager.getTransaction() != null) {
                manager.setRollbackOnly();
            }
        } catch (IllegalStateException e) {
            // the transaction has already ended
        } catch (SystemException e) {
            throw TransactionManagerFailures.unexpected(e);
        }
    }

    /** Suspends the transaction of this thread. @return that transaction, or null */
    Transaction suspend() {
        try {
            return manager.suspend();
        } catch (SystemException e) {
            throw TransactionManagerFailures.unexpected(e);
        }
    }

    void resume(Transaction transaction) {
        try {
            manager.resume(transaction);
        } catch (InvalidTransactionException | SystemException e) {
            throw TransactionManagerFailures.unexpected(e);
        }
    }
}
