package io.quarkiverse.binds.runtime.pool;

import io.agroal.api.transaction.TransactionIntegration;

/** Creates the transaction integrations of pools. Thread-safe. */
public interface PoolTransactions {

    /** Integration for the pool of an ordinary bind, or of one of its databases. */
    TransactionIntegration ofBind(String bind);

    /**
     * Integration for the pool of a bind with two-phase commit.
     *
     * @param agroal the integration that Quarkus has configured
     */
    TransactionIntegration ofXa(String bind, TransactionIntegration agroal);

    /** Whether a read-only unit of work has begun the transaction of the calling thread. */
    boolean isReadOnly();
}
