package io.quarkiverse.binds.runtime.session;

import jakarta.transaction.TransactionSynchronizationRegistry;

import io.quarkus.arc.Arc;
import io.quarkus.narayana.jta.runtime.test.TestTransactionCallback;

/**
 * Marks the transaction of {@code @TestTransaction}, which is always rolled back: a commit within it only flushes, so code that
 * commits can be tested. Found as a service by Quarkus's interceptor.
 */
public final class TestTransactionMark implements TestTransactionCallback {

    private static final Object KEY = TestTransactionMark.class.getName();

    @Override
    public void postBegin() {
        Arc.container().instance(TransactionSynchronizationRegistry.class).get().putResource(KEY, Boolean.TRUE);
    }

    @Override
    public void preRollback() {
        // the mark ends with the transaction
    }

    /** Whether the transaction of this thread is marked. */
    static boolean isSet(TransactionSynchronizationRegistry registry) {
        return registry.getResource(KEY) != null;
    }
}
