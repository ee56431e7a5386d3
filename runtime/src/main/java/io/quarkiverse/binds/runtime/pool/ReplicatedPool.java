package io.quarkiverse.binds.runtime.pool;

import java.util.Optional;

import io.agroal.api.AgroalDataSource;
import io.agroal.api.cache.Acquirable;
import io.quarkiverse.binds.PoolStats;

/** The pool of a bind together with the pool of its replicas. */
record ReplicatedPool(OrdinaryPool primary, Replicas replicas) implements BindPool {

    @Override
    public AgroalDataSource attach(AgroalDataSource agroal) {
        primary.pool().attach(agroal);
        replicas.traceLike(agroal);
        return new ReplicatedDataSource(agroal, primary.pool(), primary.reads(), replicas);
    }

    @Override
    public boolean abort(Acquirable connection) {
        return primary.abort(connection) || replicas.abort(connection);
    }

    @Override
    public void dispose() {
        primary.dispose();
        replicas.dispose();
    }

    @Override
    public void ping() {
        primary.ping();
    }

    @Override
    public PoolStats stats() {
        return primary.stats();
    }

    @Override
    public Optional<PoolStats> statsOfReplicas() {
        return Optional.of(replicas.stats());
    }
}
