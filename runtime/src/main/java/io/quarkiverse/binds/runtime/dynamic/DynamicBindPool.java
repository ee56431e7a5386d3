package io.quarkiverse.binds.runtime.dynamic;

import io.agroal.api.AgroalDataSource;
import io.agroal.api.cache.Acquirable;
import io.quarkiverse.binds.PoolStats;
import io.quarkiverse.binds.runtime.dynamic.pool.PoolTemplate;
import io.quarkiverse.binds.runtime.pool.BindPool;

/** The pools of all databases of one bind. */
record DynamicBindPool(DynamicDataSourceFactory factory, String bind, PoolTemplate template) implements BindPool {

    @Override
    public AgroalDataSource attach(AgroalDataSource agroal) {
        template.attach(agroal);
        return factory.attach(bind, agroal, template);
    }

    @Override
    public boolean abort(Acquirable connection) {
        return template.abort(connection);
    }

    @Override
    public void dispose() {
        template.dispose();
    }

    @Override
    public void ping() {
        factory.ping(bind);
    }

    @Override
    public PoolStats stats() {
        return template.stats();
    }
}
