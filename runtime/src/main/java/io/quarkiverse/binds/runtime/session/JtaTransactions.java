package io.quarkiverse.binds.runtime.session;

import java.util.stream.Stream;

import jakarta.enterprise.context.BeforeDestroyed;
import jakarta.enterprise.context.Destroyed;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.inject.spi.BeanManager;
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
import jakarta.transaction.TransactionScoped;
import jakarta.transaction.TransactionSynchronizationRegistry;

import io.quarkiverse.binds.runtime.failure.TransactionManagerFailures;
import io.quarkiverse.binds.runtime.transaction.CommitRecord;
import io.quarkus.arc.ClientProxy;
import io.quarkus.narayana.jta.runtime.NotifyingTransactionManager;
import io.quarkus.narayana.jta.runtime.TransactionScopedNotifier.TransactionId;

/** Access to the transaction of the calling thread, without checked exceptions that cannot occur. Thread-safe. */
@Singleton
public class JtaTransactions {

    /** Key of the owner of a transaction among its resources. */
    private static final Object OWNER = JtaTransactions.class.getName();

    private final TransactionManager manager;
    private final TransactionManager ofQuarkus;
    private final TransactionSynchronizationRegistry registry;

    JtaTransactions(TransactionManager manager, TransactionSynchronizationRegistry registry, BeanManager beans) {
        this.ofQuarkus = manager;
        this.manager = manager instanceof NotifyingTransactionManager && !isScopeObserved(beans)
                ? com.arjuna.ats.jta.TransactionManager.transactionManager()
                : manager;
        this.registry = ClientProxy.unwrap(registry); // else each call would look the bean up
    }

    /**
     * Whether an observer of the application is told of the begin and the end of transactions. Quarkus's transaction manager
     * differs from Narayana's in these events only, and makes the texts of their ids even if there are no observers.
     */
    private static boolean isScopeObserved(BeanManager beans) {
        TransactionId event = new TransactionId("");
        return Stream.of(Initialized.Literal.of(TransactionScoped.class), BeforeDestroyed.Literal.of(TransactionScoped.class),
                Destroyed.Literal.of(TransactionScoped.class))
                .anyMatch(qualifier -> !beans.resolveObserverMethods(event, qualifier).isEmpty());
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
        int before = ofQuarkus instanceof NotifyingTransactionManager quarkus ? quarkus.getTransactionTimeout() : 0;
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
        return hasStatus(Status.STATUS_ACTIVE);
    }

    boolean isMarkedRollback() {
        return hasStatus(Status.STATUS_MARKED_ROLLBACK);
    }

    private boolean hasStatus(int status) {
        try {
            return manager.getStatus() == status;
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
