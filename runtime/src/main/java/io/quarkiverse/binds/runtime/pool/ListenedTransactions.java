package io.quarkiverse.binds.runtime.pool;

import java.sql.SQLException;

import io.agroal.api.transaction.TransactionAware;

/**
 * A transaction integration with a {@link TransactionListener}, which is told of connections lent without a transaction too.
 */
public interface ListenedTransactions {

    /** Called before a connection is lent for reading without a transaction; see {@link TransactionListener#joining}. */
    void joining(TransactionAware connection) throws SQLException;
}
