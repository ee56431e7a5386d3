package io.quarkiverse.binds.runtime.pool;

import io.agroal.api.transaction.TransactionIntegration;
import io.quarkiverse.binds.runtime.readonly.StatementReads;

/** Creates the transaction integrations of pools. Thread-safe. */
public interface PoolTransactions {

    /**
     * Integration for the pool of an ordinary bind, of one of its databases, or of its replicas.
     *
     * @param listener observes the connections of the pool; null if nobody does
     */
    TransactionIntegration ofBind(String bind, TransactionListener listener);

    /**
     * Integration for the pool of a bind with two-phase commit.
     *
     * @param agroal the integration that Quarkus has configured
     */
    TransactionIntegration ofXa(String bind, TransactionIntegration agroal);

    /** The unit of work of the calling thread if it reads a bind without a transaction; null otherwise. */
    StatementReads reads(String bind);

    /** Whether a read-only unit of work has begun the transaction of the calling thread. */
    boolean isReadOnly();

    /** Whether the client of the request that the calling thread serves has written to a bind, now or shortly before. */
    boolean hasWritten(String bind);
}
