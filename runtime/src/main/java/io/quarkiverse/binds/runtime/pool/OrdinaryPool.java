package io.quarkiverse.binds.runtime.pool;

import java.sql.SQLException;

import jakarta.transaction.TransactionManager;

import io.agroal.api.AgroalDataSource;
import io.agroal.api.cache.Acquirable;
import io.quarkiverse.binds.DatabaseUnavailableException;
import io.quarkiverse.binds.PoolStats;
import io.quarkiverse.binds.runtime.config.BindNames;
import io.quarkiverse.binds.runtime.failure.NoConnectionException;

/**
 * The pool of a bind with one database.
 *
 * @param reads null if the bind is always read in a transaction
 */
record OrdinaryPool(Pool pool, TransactionManager manager, ReadsOfBind reads) implements BindPool {

    @Override
    public AgroalDataSource attach(AgroalDataSource agroal) {
        pool.attach(agroal);
        return new BindDataSource(agroal, pool, reads);
    }

    @Override
    public boolean abort(Acquirable connection) {
        return pool.abort(connection);
    }

    @Override
    public void dispose() {
        pool.dispose();
    }

    /** Pings on a separate connection, outside of the transaction of the calling thread. */
    @Override
    public void ping() {
        String bind = pool.name().bind();
        try (SuspendedTransaction outer = new SuspendedTransaction(manager)) {
            if (!pool.answers()) {
                throw new NoConnectionException(bind, BindNames.displayFirst(bind) + " does not answer");
            }
        } catch (SQLException e) {
            throw new DatabaseUnavailableException(bind, e.getMessage(), e);
        }
    }

    @Override
    public PoolStats stats() {
        return pool.stats();
    }
}
