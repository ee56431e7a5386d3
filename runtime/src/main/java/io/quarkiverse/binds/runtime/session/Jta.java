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

import io.quarkiverse.binds.runtime.transaction.CommitRecord;

/** The transaction of the calling thread, without the checked exceptions that cannot happen. Thread-safe. */
@Singleton
public class Jta {

    private final TransactionManager manager;
    private final TransactionSynchronizationRegistry registry;

    Jta(TransactionManager manager, TransactionSynchronizationRegistry registry) {
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
            throw broken(e);
        }
    }

    Transaction begin(CommitRecord record) {
        try {
            manager.begin();
            record.attach(registry);
            return manager.getTransaction();
        } catch (NotSupportedException | SystemException e) {
            throw broken(e);
        }
    }

    void commit() throws RollbackException, HeuristicMixedException, HeuristicRollbackException {
        try {
            manager.commit();
        } catch (SystemException e) {
            throw broken(e);
        }
    }

    /** Ends the transaction of this thread; one that has been ended by its timeout is let go of. */
    void rollback() {
        try {
            manager.rollback();
        } catch (IllegalStateException e) {
            suspend();
        } catch (SystemException e) {
            throw broken(e);
        }
    }

    boolean isMarkedRollback() {
        try {
            return manager.getStatus() == Status.STATUS_MARKED_ROLLBACK;
        } catch (SystemException e) {
            throw broken(e);
        }
    }

    void setRollbackOnly() {
        try {
            if (manager.getTransaction() != null) {
                manager.setRollbackOnly();
            }
        } catch (IllegalStateException e) {
            // it has ended already
        } catch (SystemException e) {
            throw broken(e);
        }
    }

    /** Takes the transaction off this thread; null if there is none. */
    Transaction suspend() {
        try {
            return manager.suspend();
        } catch (SystemException e) {
            throw broken(e);
        }
    }

    void resume(Transaction transaction) {
        try {
            manager.resume(transaction);
        } catch (InvalidTransactionException | SystemException e) {
            throw broken(e);
        }
    }

    private static IllegalStateException broken(Exception e) {
        return new IllegalStateException("The transaction manager does not answer as it should: " + e.getMessage(), e);
    }
}
