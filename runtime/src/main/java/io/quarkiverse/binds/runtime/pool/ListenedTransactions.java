package io.quarkiverse.binds.runtime.pool;

/** A transaction integration with a listener, which is told of connections that are lent without a transaction too. */
public interface ListenedTransactions {

    TransactionListener listener();
}
