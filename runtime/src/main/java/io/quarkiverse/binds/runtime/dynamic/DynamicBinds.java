package io.quarkiverse.binds.runtime.dynamic;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import jakarta.enterprise.inject.Instance;
import jakarta.inject.Singleton;
import jakarta.transaction.TransactionManager;
import jakarta.transaction.TransactionSynchronizationRegistry;

import io.agroal.api.AgroalDataSource;
import io.quarkiverse.binds.DatabaseInitializer;
import io.quarkiverse.binds.DatabaseSelector;
import io.quarkiverse.binds.DatabaseSource;
import io.quarkiverse.binds.runtime.config.DynamicSettings;
import io.quarkiverse.binds.runtime.pool.DynamicDataSources;
import io.quarkiverse.binds.runtime.pool.MadeAtFirstUse;
import io.quarkiverse.binds.runtime.pool.PoolTemplate;
import io.quarkiverse.binds.runtime.session.DatabaseChoice;
import io.quarkiverse.binds.runtime.session.Sessions;
import io.quarkus.arc.Arc;
import io.quarkus.arc.InstanceHandle;

/** The binds whose databases are opened on the fly. Thread-safe. */
@Singleton
public class DynamicBinds implements DynamicDataSources, DatabaseChoice {

    private final TransactionManager manager;
    private final TransactionSynchronizationRegistry transactions;
    private final Instance<Sessions> sessions;
    private final Map<String, DynamicBind> binds = new ConcurrentHashMap<>();

    DynamicBinds(TransactionManager manager, TransactionSynchronizationRegistry transactions, Instance<Sessions> sessions) {
        this.manager = manager;
        this.transactions = transactions;
        this.sessions = sessions;
    }

    @Override
    public AgroalDataSource make(String bind, AgroalDataSource agroals, PoolTemplate template) {
        DynamicBind made = new DynamicBind(DynamicSettings.of(bind), template,
                new DynamicBind.Parts(all(DatabaseSelector.class),
                        all(DatabaseSource.class), all(DatabaseInitializer.class), all(DatabaseListener.class), manager,
                        transactions));
        binds.put(bind, made);
        return new DynamicDataSource(agroals, made.connections(), () -> database(bind), made.registry());
    }

    /** Only now: beans of the application may use what this one is a part of. */
    private static <T> List<T> all(Class<T> type) {
        return Arc.container().listAll(type).stream().map(InstanceHandle::get).toList();
    }

    DynamicBind get(String bind) {
        return MadeAtFirstUse.get(binds, bind);
    }

    /** The key of the database that work of the calling thread on a bind is in. */
    String database(String bind) {
        return sessions.get().database(bind);
    }

    @Override
    public void ping(String bind) {
        get(bind).ping(database(bind));
    }

    @Override
    public String select(String bind) {
        return get(bind).keys().select();
    }

    @Override
    public boolean isSelected(String bind) {
        return get(bind).keys().selected() != null;
    }

    @Override
    public String tenant(String bind, String key) {
        return get(bind).tenant(key);
    }

    @Override
    public String key(String tenant) {
        return Tenants.key(tenant);
    }
}
