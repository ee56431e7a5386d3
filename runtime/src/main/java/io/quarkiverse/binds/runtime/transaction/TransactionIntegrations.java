package io.quarkiverse.binds.runtime.transaction;

import jakarta.enterprise.inject.Instance;
import jakarta.inject.Singleton;
import jakarta.transaction.TransactionManager;
import jakarta.transaction.TransactionSynchronizationRegistry;

import io.agroal.api.transaction.TransactionIntegration;
import io.quarkiverse.binds.runtime.pool.PoolTransactions;

/** Creates the transaction integrations of the pools of binds. Thread-safe. */
@Singleton
public class TransactionIntegrations implements PoolTransactions {

    private final TransactionManager manager;
    private final TransactionSynchronizationRegistry registry;
    private final Instance<TransactionScope> scope;

    TransactionIntegrations(TransactionManager manager, TransactionSynchronizationRegistry registry,
            Instance<TransactionScope> scope) {
        this.manager = manager;
        this.registry = registry;
        this.scope = scope;
    }

    @Override
    public TransactionIntegration ofBind(String bind) {
        return new BindTransactionIntegration(bind, manager, registry, scope::get);
    }

    @Override
    public TransactionIntegration ofXa(String bind, TransactionIntegration agroal) {
        return new XaTransactionIntegration(bind, agroal, registry, scope::get);
    }

    @Override
    public boolean isReadOnly() {
        CommitRecord record = CommitRecord.current(registry);
        return record != null && record.isReadOnly();
    }
}
