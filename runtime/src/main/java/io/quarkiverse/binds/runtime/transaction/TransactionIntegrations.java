package io.quarkiverse.binds.runtime.transaction;

import jakarta.enterprise.inject.Instance;
import jakarta.inject.Singleton;
import jakarta.transaction.SystemException;
import jakarta.transaction.TransactionManager;
import jakarta.transaction.TransactionSynchronizationRegistry;

import io.agroal.api.transaction.TransactionIntegration;
import io.quarkiverse.binds.runtime.failure.TransactionManagerFailures;
import io.quarkiverse.binds.runtime.masking.SensitiveColumns;
import io.quarkiverse.binds.runtime.pool.PoolTransactions;
import io.quarkiverse.binds.runtime.pool.SuspendedTransaction;
import io.quarkiverse.binds.runtime.pool.TransactionListener;
import io.quarkiverse.binds.runtime.readonly.StatementReads;
import io.quarkiverse.binds.runtime.recording.StatementMonitors;
import io.quarkus.arc.ClientProxy;

/** Creates the transaction integrations of the pools of binds. Thread-safe. */
@Singleton
public class TransactionIntegrations implements PoolTransactions {

    private final TransactionManager manager;
    private final TransactionSynchronizationRegistry registry;
    private final Instance<TransactionScope> scope;
    private final StatementMonitors monitors;
    private final SensitiveColumns sensitive;

    TransactionIntegrations(TransactionManager manager, TransactionSynchronizationRegistry registry,
            Instance<TransactionScope> scope, StatementMonitors monitors, SensitiveColumns sensitive) {
        this.manager = manager;
        this.registry = ClientProxy.unwrap(registry); // else each call would look the bean up
        this.scope = scope;
        this.monitors = monitors;
        this.sensitive = sensitive;
    }

    @Override
    public TransactionIntegration ofBind(String bind, TransactionListener listener) {
        return new BindTransactionIntegration(bind, manager, registry, scope::get, monitors, listener);
    }

    @Override
    public TransactionIntegration ofXa(String bind, TransactionIntegration agroal) {
        return new XaTransactionIntegration(bind, agroal, registry, scope::get, monitors, sensitive.mask(bind));
    }

    @Override
    public StatementReads reads(String bind) {
        try {
            return manager.getTransaction() != null || SuspendedTransaction.isOnThisThread() ? null : scope.get().reads(bind);
        } catch (SystemException e) {
            throw TransactionManagerFailures.unexpected(e);
        }
    }

    @Override
    public boolean isReadOnly() {
        CommitRecord record = CommitRecord.current(registry);
        return record != null && record.isReadOnly();
    }

    @Override
    public boolean hasWritten(String bind) {
        return scope.get().hasWritten(bind);
    }
}
