package io.quarkiverse.binds.runtime.pool;

import io.quarkiverse.binds.runtime.readonly.PlainReads;
import io.quarkiverse.binds.runtime.readonly.StatementReads;

/**
 * The reads of a bind without a transaction.
 *
 * @param plain the statements that need no transaction
 */
record ReadsOfBind(String bind, PlainReads plain, PoolTransactions transactions) {

    /** @return null for a kind of server that is always read in a transaction */
    static ReadsOfBind of(String bind, String kind, PoolTransactions transactions) {
        PlainReads plain = PlainReads.of(kind);
        return plain == null ? null : new ReadsOfBind(bind, plain, transactions);
    }

    /** The unit of work of the calling thread if it reads without a transaction; null otherwise. */
    StatementReads current() {
        return transactions.reads(bind);
    }
}
