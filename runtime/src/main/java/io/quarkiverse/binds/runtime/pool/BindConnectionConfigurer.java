package io.quarkiverse.binds.runtime.pool;

import java.time.Duration;
import java.util.List;
import java.util.Map;

import javax.sql.XADataSource;

import jakarta.annotation.Priority;
import jakarta.decorator.Decorator;
import jakarta.decorator.Delegate;
import jakarta.enterprise.inject.Any;
import jakarta.inject.Inject;
import jakarta.interceptor.Interceptor;
import jakarta.transaction.TransactionManager;

import io.agroal.api.configuration.AgroalConnectionFactoryConfiguration;
import io.agroal.api.configuration.AgroalConnectionPoolConfiguration;
import io.agroal.api.configuration.supplier.AgroalDataSourceConfigurationSupplier;
import io.agroal.narayana.NarayanaTransactionIntegration;
import io.quarkiverse.binds.runtime.config.PoolConfig;
import io.quarkiverse.binds.runtime.config.ReplicaSettings;
import io.quarkiverse.binds.runtime.masking.ExceptionMask;
import io.quarkiverse.binds.runtime.masking.SensitiveColumns;
import io.quarkus.agroal.runtime.AgroalConnectionConfigurer;
import io.quarkus.agroal.runtime.AgroalDataSourceUtil;
import io.quarkus.arc.All;

/**
 * Configures the pools of binds and leaves other pools unchanged. Quarkus has one hook only: the configurer of each JDBC driver
 * extension, whose method {@code setExceptionSorter} is the last call with the configuration of a pool. A pool that is made
 * cannot be configured any more, since it may have begun to open connections. The name of the datasource is no parameter of
 * that method, so a connection property holds the name of the bind; {@link BindDriver} needs it as well.
 */
@Decorator
@Priority(Interceptor.Priority.LIBRARY_BEFORE)
public class BindConnectionConfigurer implements AgroalConnectionConfigurer {

    @Inject
    @Any
    @Delegate
    AgroalConnectionConfigurer delegate;

    @Inject
    BindPools pools;

    @Inject
    PoolTransactions transactions;

    @Inject
    TransactionManager manager;

    @Inject
    SensitiveColumns sensitive;

    @Inject
    @All
    List<FirstConnectionListener> listeners;

    @Inject
    @All
    List<DynamicPools> dynamic;

    @Inject
    @All
    List<WaitListener> waits;

    @Override
    public void disableSslSupport(String kind, AgroalDataSourceConfigurationSupplier pool, Map<String, String> properties) {
        delegate.disableSslSupport(kind, pool, properties);
    }

    @Override
    public void setExceptionSorter(String kind, AgroalDataSourceConfigurationSupplier supplier) {
        delegate.setExceptionSorter(kind, supplier);
        AgroalConnectionPoolConfiguration pool = read(supplier);
        String bind = pool.connectionFactoryConfiguration().jdbcProperties().getProperty(BindDriver.BIND_PROPERTY);
        if (bind != null && pool.transactionIntegration() instanceof NarayanaTransactionIntegration) {
            supplier.connectionPoolConfiguration().connectionFactoryConfiguration().autoCommit(false);
            ExceptionMask mask = sensitive.mask(bind);
            if (mask != null) {
                supplier.connectionPoolConfiguration().exceptionSorter(new MaskedBindSorter(pool.exceptionSorter(), mask));
            }
            pools.add(bind, configure(bind, kind, supplier, read(supplier)));
        }
    }

    /** Reads the configuration and gives the supplier a copy: a configuration that was read is read-only. */
    private static AgroalConnectionPoolConfiguration read(AgroalDataSourceConfigurationSupplier supplier) {
        AgroalConnectionPoolConfiguration configured = supplier.connectionPoolConfiguration().get();
        supplier.connectionPoolConfiguration(configured);
        return configured;
    }

    private BindPool configure(String bind, String kind, AgroalDataSourceConfigurationSupplier supplier,
            AgroalConnectionPoolConfiguration pool) {
        if (isXa(pool.connectionFactoryConfiguration())) {
            return configureXa(bind, kind, supplier, pool);
        }
        ReadYourWritesPolicy policy = policy(bind, kind, pool);
        PoolFactory factory = new PoolFactory(kind, pool, settings(bind, pool),
                listener -> transactions.ofBind(bind, listener),
                connections -> listeners.forEach(listener -> listener.opened(bind, connections)), waitListener());
        if (PoolConfig.isDynamic(bind)) {
            // a template without connections: no task, and so no thread
            supplier.connectionPoolConfiguration().minSize(0).initialSize(0)
                    .validationTimeout(Duration.ZERO).reapTimeout(Duration.ZERO).leakTimeout(Duration.ZERO);
            return dynamic.get(0).make(factory);
        }
        Pool primary = factory.configure(supplier,
                () -> AgroalDataSourceUtil.dataSourceInstance(bind).get().getConnection(), policy);
        OrdinaryPool ordinary = new OrdinaryPool(primary, manager, ReadsOfBind.of(bind, kind, transactions));
        return policy == null ? ordinary
                : new ReplicatedPool(ordinary, new Replicas(
                        factory.makeForReplicas(PoolConfig.replicas(bind).orElseThrow().url(), policy),
                        transactions::isReadOnly, policy));
    }

    /** @return null if the bind has no replicas */
    private ReadYourWritesPolicy policy(String bind, String kind, AgroalConnectionPoolConfiguration pool) {
        ReplicaSettings replicas = PoolConfig.replicas(bind).orElse(null);
        if (replicas == null) {
            return null;
        }
        String property = ReadYourWritesPolicy.driverProperty(kind, replicas);
        if (property != null) {
            pool.connectionFactoryConfiguration().jdbcProperties().putIfAbsent(property, "true");
        }
        return new ReadYourWritesPolicy(bind, kind, replicas, () -> transactions.hasWritten(bind));
    }

    private BindPool configureXa(String bind, String kind, AgroalDataSourceConfigurationSupplier supplier,
            AgroalConnectionPoolConfiguration pool) {
        AgroalConnectionFactoryConfiguration connections = pool.connectionFactoryConfiguration();
        connections.jdbcProperties().remove(BindDriver.BIND_PROPERTY);
        supplier.connectionPoolConfiguration().connectionFactoryConfiguration()
                .jdbcUrl(XaUrlProperties.move(kind, connections.jdbcUrl(), connections.jdbcProperties()));
        Pool xa = Pool.ofXa(settings(bind, pool), pool, transactions.ofXa(bind, pool.transactionIntegration()));
        xa.configure(supplier.connectionPoolConfiguration());
        PoolFactory.listen(xa, waitListener(), false);
        return new OrdinaryPool(xa, manager, null);
    }

    /** @return null if nobody listens: then no wait is measured */
    private WaitListener waitListener() {
        return waits.isEmpty() ? null
                : (pool, replicas, nanos) -> waits.forEach(listener -> listener.waited(pool, replicas, nanos));
    }

    private static PoolSettings settings(String bind, AgroalConnectionPoolConfiguration pool) {
        boolean always = pool.validateOnBorrow();
        Duration idle = pool.idleValidationTimeout();
        return new PoolSettings(PoolName.ofBind(bind), Math.min(PoolConfig.size(bind), pool.maxSize()), pool.maxSize(),
                pool.acquisitionTimeout(), always || !idle.isZero(), always ? Duration.ZERO : idle, pool.maxLifetime());
    }

    private static boolean isXa(AgroalConnectionFactoryConfiguration connections) {
        Class<?> provider = connections.connectionProviderClass();
        return provider != null && XADataSource.class.isAssignableFrom(provider);
    }
}
