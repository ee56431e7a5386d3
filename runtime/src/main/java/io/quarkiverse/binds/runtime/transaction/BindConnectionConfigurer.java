package io.quarkiverse.binds.runtime.transaction;

import java.util.Map;

import javax.sql.XADataSource;

import jakarta.annotation.Priority;
import jakarta.decorator.Decorator;
import jakarta.decorator.Delegate;
import jakarta.enterprise.inject.Any;
import jakarta.inject.Inject;
import jakarta.interceptor.Interceptor;
import jakarta.transaction.TransactionManager;
import jakarta.transaction.TransactionSynchronizationRegistry;

import io.agroal.api.configuration.AgroalConnectionFactoryConfiguration;
import io.agroal.api.configuration.AgroalConnectionPoolConfiguration;
import io.agroal.api.configuration.supplier.AgroalConnectionFactoryConfigurationSupplier;
import io.agroal.api.configuration.supplier.AgroalDataSourceConfigurationSupplier;
import io.agroal.narayana.NarayanaTransactionIntegration;
import io.quarkiverse.binds.runtime.config.PoolKeys;
import io.quarkiverse.binds.runtime.pool.BindDriver;
import io.quarkiverse.binds.runtime.pool.Pools;
import io.quarkiverse.binds.runtime.pool.UrlProperties;
import io.quarkus.agroal.runtime.AgroalConnectionConfigurer;

/**
 * Gives the pools of binds their own part in transactions. The configurer of each JDBC driver extension is the last to see the
 * configuration of a pool before Quarkus makes it, so it is decorated; a pool that is no bind's passes untouched.
 */
@Decorator
@Priority(Interceptor.Priority.LIBRARY_BEFORE)
public class BindConnectionConfigurer implements AgroalConnectionConfigurer {

    @Inject
    @Any
    @Delegate
    AgroalConnectionConfigurer delegate;

    @Inject
    TransactionManager manager;

    @Inject
    TransactionSynchronizationRegistry registry;

    @Inject
    Pools pools;

    @Override
    public void disableSslSupport(String kind, AgroalDataSourceConfigurationSupplier pool, Map<String, String> properties) {
        delegate.disableSslSupport(kind, pool, properties);
    }

    @Override
    public void setExceptionSorter(String kind, AgroalDataSourceConfigurationSupplier supplier) {
        delegate.setExceptionSorter(kind, supplier);
        // what has been configured can be read only where no more can be written: the supplier goes on with a copy
        AgroalConnectionPoolConfiguration pool = supplier.connectionPoolConfiguration().get();
        supplier.connectionPoolConfiguration(pool);
        AgroalConnectionFactoryConfiguration connections = pool.connectionFactoryConfiguration();
        String bind = connections.jdbcProperties().getProperty(BindDriver.BIND_PROPERTY);
        if (bind == null || !(pool.transactionIntegration() instanceof NarayanaTransactionIntegration agroals)) {
            return;
        }
        AgroalConnectionFactoryConfigurationSupplier copy = supplier.connectionPoolConfiguration()
                .connectionFactoryConfiguration();
        copy.autoCommit(false);
        if (isXa(connections)) {
            connections.jdbcProperties().remove(BindDriver.BIND_PROPERTY);
            copy.jdbcUrl(UrlProperties.move(kind, connections.jdbcUrl(), connections.jdbcProperties()));
            pools.configureXa(bind, kind, supplier, new XaTransactions(bind, agroals, registry));
        } else if (PoolKeys.isDynamic(bind)) {
            pools.configureDynamic(bind, kind, supplier, () -> new BindTransactions(bind, manager, registry));
        } else {
            BindTransactions transactions = new BindTransactions(bind, manager, registry);
            pools.configure(bind, kind, supplier, transactions, new BindTransactions(bind, manager, registry),
                    transactions::isReadOnly);
        }
    }

    private static boolean isXa(AgroalConnectionFactoryConfiguration connections) {
        Class<?> provider = connections.connectionProviderClass();
        return provider != null && XADataSource.class.isAssignableFrom(provider);
    }
}
