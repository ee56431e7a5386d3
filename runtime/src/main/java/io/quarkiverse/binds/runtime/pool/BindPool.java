package io.quarkiverse.binds.runtime.pool;

import java.util.Optional;

import io.agroal.api.AgroalDataSource;
import io.agroal.api.cache.Acquirable;
import io.quarkiverse.binds.DatabaseUnavailableException;
import io.quarkiverse.binds.PoolStats;

/** The pool of one bind, or the pools of its databases. Thread-safe. */
public interface BindPool {

    /**
     * Attaches the datasource that Quarkus has made.
     *
     * @return the datasource of the bind as applications see it
     */
    AgroalDataSource attach(AgroalDataSource agroal);

    /** Aborts a connection while it is borrowed. @return whether it is a borrowed connection of this bind */
    boolean abort(Acquirable connection);

    /** Closes all connections; a borrowed connection is closed when it is returned. */
    void dispose();

    /**
     * Pings the server.
     *
     * @throws DatabaseUnavailableException if no connection is available, or the server does not answer on it
     */
    void ping();

    PoolStats stats();

    /** The figures of the pool of its replicas; empty if it has none. */
    default Optional<PoolStats> statsOfReplicas() {
        return Optional.empty();
    }
}
