package io.quarkiverse.binds.runtime.data;

import org.hibernate.Session;

import io.quarkiverse.binds.BindDb;
import io.quarkiverse.binds.PoolStats;
import io.quarkiverse.binds.Sql;
import io.quarkiverse.binds.runtime.pool.Pools;
import io.quarkiverse.binds.runtime.session.BindWork;

/** One bind of the {@link io.quarkiverse.binds.Db}. */
final class BindDbOfName implements BindDb {

    private final BindWork work;
    private final Pools pools;

    BindDbOfName(BindWork work, Pools pools) {
        this.work = work;
        this.pools = pools;
    }

    @Override
    public String name() {
        return work.bind();
    }

    @Override
    public Session session() {
        return work.session();
    }

    @Override
    public Sql sql(String sql, Object... parameters) {
        return new SqlStatement(work, sql, parameters);
    }

    @Override
    public void dispose() {
        pools.dispose(work.bind());
    }

    @Override
    public void ping() {
        pools.ping(work.bind());
    }

    @Override
    public PoolStats pool() {
        return pools.stats(work.bind());
    }
}
