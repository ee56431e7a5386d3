package io.quarkiverse.binds.runtime.session;

import jakarta.transaction.TransactionSynchronizationRegistry;

import io.quarkus.arc.Arc;
import io.quarkus.narayana.jta.runtime.test.TestTransactionCallback;

/**
 * Marks the transaction of {@code @TestTransaction}, which is always rolled back, so that code under test which commits can be
 * tested in it: there, a commit is a flush. Found as a service by Quarkus's interceptor.
 */
public final class TestTransactionMark implements TestTransactionCallback {

    private static final Object KEY = TestTransactionMark.class.getName();

    @Override
    public void postBegin() {
        Arc.container().instance(TransactionSynchronizationRegistry.class).get().putResource(KEY, Boolean.TRUE);
    }

    @Override
    public void preRollback() {
        // the mark goes with the transaction
    }

    /** Whether the transaction of this thread is one. */
    static boolean isSet(TransactionSynchronizationRegistry registry) {
        return registry.getResource(KEY) != null;
    }
}
