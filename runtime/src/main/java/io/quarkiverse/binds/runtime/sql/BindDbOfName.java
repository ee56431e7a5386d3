package io.quarkiverse.binds.runtime.sql;

import org.hibernate.Session;

import io.quarkiverse.binds.BindDb;
import io.quarkiverse.binds.PoolStats;
import io.quarkiverse.binds.Sql;
import io.quarkiverse.binds.runtime.pool.BindPools;
import io.quarkiverse.binds.runtime.session.BindOperations;

/** Implements the operations of {@link io.quarkiverse.binds.Db} in one bind. */
final class BindDbOfName implements BindDb {

    private final BindOperations operations;
    private final BindPools pools;

    BindDbOfName(BindOperations operations, BindPools pools) {
        this.operations = operations;
        this.pools = pools;
    }

    @Override
    public String name() {
        return operations.bind();
    }

    @Override
    public Session session() {
        return operations.session();
    }

    @Override
    public Sql sql(String sql, Object... parameters) {
        return new SqlStatement(operations, sql, parameters);
    }

    @Override
    public void dispose() {
        pools.dispose(operations.bind());
    }

    @Override
    public void ping() {
        pools.ping(operations.bind());
    }

    @Override
    public PoolStats pool() {
        return pools.stats(operations.bind());
    }
}
