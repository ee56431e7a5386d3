package io.quarkiverse.binds.runtime.pool;

import java.sql.SQLException;

import javax.transaction.xa.XAResource;

import io.agroal.api.cache.Acquirable;
import io.agroal.api.transaction.TransactionAware;
import io.agroal.api.transaction.TransactionIntegration;

/** Sees each connection go to its borrower and come back, around what it does in transactions. Thread-safe. */
final class PooledTransactions implements TransactionIntegration {

    private final TransactionIntegration transactions;
    private final Pool pool;

    PooledTransactions(TransactionIntegration transactions, Pool pool) {
        this.transactions = transactions;
        this.pool = pool;
    }

    @Override
    public TransactionAware getTransactionAware() throws SQLException {
        return transactions.getTransactionAware();
    }

    @Override
    public void associate(TransactionAware connection, XAResource resource) throws SQLException {
        transactions.associate(connection, resource);
        pool.handedOut((Acquirable) connection);
    }

    @Override
    public boolean disassociate(TransactionAware connection) throws SQLException {
        Acquirable handler = (Acquirable) connection;
        if (pool.comesBackLost(handler) || !pool.isTidy(handler)) {
            connection.setFlushOnly();
        }
        return transactions.disassociate(connection);
    }

    @Override
    public void addResourceRecoveryFactory(ResourceRecoveryFactory factory) {
        transactions.addResourceRecoveryFactory(factory);
    }

    @Override
    public void removeResourceRecoveryFactory(ResourceRecoveryFactory factory) {
        transactions.removeResourceRecoveryFactory(factory);
    }
}
