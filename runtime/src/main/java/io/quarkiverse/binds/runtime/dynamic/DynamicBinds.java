package io.quarkiverse.binds.runtime.dynamic;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import jakarta.inject.Singleton;

import io.quarkiverse.binds.runtime.pool.LazyDataSources;
import io.quarkiverse.binds.runtime.session.DatabaseResolver;

/**
 * The binds whose databases are opened on the fly. This class does not depend on units of work, which resolve their databases
 * here; {@link DynamicDataSourceFactory} connects both. Thread-safe.
 */
@Singleton
public class DynamicBinds implements DatabaseResolver {

    private final Map<String, DynamicBind> binds = new ConcurrentHashMap<>();

    void add(DynamicBind bind) {
        binds.put(bind.name(), bind);
    }

    DynamicBind get(String bind) {
        DynamicBind found = binds.get(bind);
        return found == null ? LazyDataSources.get(binds, bind) : found;
    }

    @Override
    public String select(String bind, String known) {
        return get(bind).keys().select(known);
    }

    @Override
    public boolean isSelected(String bind) {
        return get(bind).keys().isSelected();
    }

    @Override
    public String tenant(String bind, String key) {
        return get(bind).tenant(key);
    }

    @Override
    public String key(String tenant) {
        return TenantIdentifiers.key(tenant);
    }
}
