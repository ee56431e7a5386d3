package io.quarkiverse.binds.runtime.pool;

import jakarta.transaction.InvalidTransactionException;
import jakarta.transaction.SystemException;
import jakarta.transaction.Transaction;
import jakarta.transaction.TransactionManager;

/** Takes the transaction off the calling thread until it is closed: what is done meanwhile is no part of it. */
public final class Suspended implements AutoCloseable {

    private final TransactionManager manager;
    private final Transaction transaction;

    public Suspended(TransactionManager manager) {
        this.manager = manager;
        try {
            this.transaction = manager.suspend();
        } catch (SystemException e) {
            throw broken(e);
        }
    }

    @Override
    public void close() {
        try {
            if (transaction != null) {
                manager.resume(transaction);
            }
        } catch (InvalidTransactionException | SystemException e) {
            throw broken(e);
        }
    }

    private static IllegalStateException broken(Exception e) {
        return new IllegalStateException("The transaction manager does not answer", e);
    }
}
