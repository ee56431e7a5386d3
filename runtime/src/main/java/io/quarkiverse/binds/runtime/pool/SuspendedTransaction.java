package io.quarkiverse.binds.runtime.pool;

import jakarta.transaction.InvalidTransactionException;
import jakarta.transaction.SystemException;
import jakarta.transaction.Transaction;
import jakarta.transaction.TransactionManager;

import io.quarkiverse.binds.runtime.failure.TransactionManagerFailures;

/** Suspends the transaction of the calling thread until it is closed: work done meanwhile is not part of the transaction. */
public final class SuspendedTransaction implements AutoCloseable {

    /** Number of open suspensions of a thread. */
    private static final ThreadLocal<Integer> DEPTH = new ThreadLocal<>();

    private final TransactionManager manager;
    private final Transaction transaction;

    public SuspendedTransaction(TransactionManager manager) {
        this.manager = manager;
        try {
            this.transaction = manager.suspend();
        } catch (SystemException e) {
            throw TransactionManagerFailures.unexpected(e);
        }
        DEPTH.set(depth() + 1);
    }

    /** Whether the calling thread works outside of every transaction, including one that its unit of work would begin. */
    public static boolean isOnThisThread() {
        return DEPTH.get() != null;
    }

    private static int depth() {
        Integer depth = DEPTH.get();
        return depth == null ? 0 : depth;
    }

    @Override
    public void close() {
        int depth = depth() - 1;
        if (depth == 0) {
            DEPTH.remove();
        } else {
            DEPTH.set(depth);
        }
        try {
            if (transaction != null) {
                manager.resume(transaction);
            }
        } catch (InvalidTransactionException | SystemException e) {
            throw TransactionManagerFailures.unexpected(e);
        }
    }
}
