package io.quarkiverse.binds.runtime.dynamic;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import jakarta.inject.Singleton;
import jakarta.transaction.TransactionManager;
import jakarta.transaction.TransactionSynchronizationRegistry;

import io.agroal.api.AgroalDataSource;
import io.quarkiverse.binds.DatabaseInitializer;
import io.quarkiverse.binds.DatabaseSelector;
import io.quarkiverse.binds.DatabaseSource;
import io.quarkiverse.binds.runtime.config.DynamicSettings;
import io.quarkiverse.binds.runtime.dynamic.pool.PoolTemplate;
import io.quarkiverse.binds.runtime.pool.BindPool;
import io.quarkiverse.binds.runtime.pool.DynamicPools;
import io.quarkiverse.binds.runtime.pool.LazyDataSources;
import io.quarkiverse.binds.runtime.pool.PoolFactory;
import io.quarkiverse.binds.runtime.readonly.PlainReads;
import io.quarkiverse.binds.runtime.session.UnitOfWorkDatabases;
import io.quarkus.arc.Arc;
import io.quarkus.arc.InstanceHandle;

/**
 * Makes the datasources of dynamic binds: their connections take part in the unit of work of the calling thread and lead to
 * its database. Thread-safe.
 */
@Singleton
public class DynamicDataSourceFactory implements DynamicPools {

    private final DynamicBinds binds;
    private final UnitOfWorkDatabases databases;
    private final TransactionManager transactionManager;
    private final TransactionSynchronizationRegistry transactions;
    private final Map<String, Connections> connections = new ConcurrentHashMap<>();

    DynamicDataSourceFactory(DynamicBinds binds, UnitOfWorkDatabases databases, TransactionManager transactionManager,
            TransactionSynchronizationRegistry transactions) {
        this.binds = binds;
        this.databases = databases;
        this.transactionManager = transactionManager;
        this.transactions = transactions;
    }

    @Override
    public BindPool make(PoolFactory factory) {
        String bind = factory.settings().bind();
        return new DynamicBindPool(this, bind, new PoolTemplate(factory, DynamicSettings.of(bind).maxConnections()));
    }

    /**
     * Makes the datasource of a bind as applications see it.
     *
     * @param agroal the datasource that Quarkus has made for the bind; it is connected to no database
     */
    AgroalDataSource attach(String bind, AgroalDataSource agroal, PoolTemplate template) {
        DynamicBind dynamic = new DynamicBind(DynamicSettings.of(bind), template, new DynamicBind.Parts(selectors(),
                all(DatabaseSource.class), all(DatabaseInitializer.class), all(DatabaseMigrator.class),
                all(DatabaseListener.class), transactionManager));
        Connections connectionsOfBind = new Connections(bind, dynamic.registry(), transactions, databases::enlist,
                PlainReads.of(template.kind()));
        connections.put(bind, connectionsOfBind);
        binds.add(dynamic);
        return new DynamicDataSource(agroal, connectionsOfBind, () -> databases.key(bind), dynamic.registry());
    }

    /** The beans of a type, looked up only now: they may use the datasources, and with them this bean. */
    private static <T> List<T> all(Class<T> type) {
        return Arc.container().listAll(type).stream().map(InstanceHandle::get).toList();
    }

    private static List<Selectors.Selector> selectors() {
        return Arc.container().listAll(DatabaseSelector.class).stream()
                .map(handle -> new Selectors.Selector(handle.getBean().getBeanClass().getName(), handle::get)).toList();
    }

    /** Pings the server of the database that is selected for the calling thread. */
    void ping(String bind) {
        binds.get(bind).ping(databases.key(bind));
    }

    /** The tenant identifier of the database that the calling thread uses in a bind. */
    String tenant(String bind) {
        return binds.tenant(bind, databases.key(bind));
    }

    Connection connection(String bind, String tenant) throws SQLException {
        Connections found = connections.get(bind);
        if (found == null) {
            found = LazyDataSources.get(connections, bind);
        }
        return found.get(TenantIdentifiers.key(tenant), false, TenantIdentifiers.generationOf(tenant));
    }
}
