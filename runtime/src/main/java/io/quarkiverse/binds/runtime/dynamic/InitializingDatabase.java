package io.quarkiverse.binds.runtime.dynamic;

import java.sql.SQLException;

import io.quarkiverse.binds.Database;
import io.quarkiverse.binds.DatabaseUnavailableException;
import io.quarkiverse.binds.PoolStats;
import io.quarkiverse.binds.runtime.dynamic.pool.DatabasePool;

/** The database that is being opened, for its {@link io.quarkiverse.binds.DatabaseInitializer}. */
record InitializingDatabase(String bind, String key, DatabasePool current) implements Database {

    @Override
    public String url() {
        return current.target().url().masked();
    }

    @Override
    public boolean isOpen() {
        return false;
    }

    @Override
    public PoolStats pool() {
        return current.stats();
    }

    @Override
    public void ping() {
        try {
            if (!current.answers()) {
                throw new DatabaseUnavailableException(bind, "The server of database '" + key + "' does not answer", null);
            }
        } catch (SQLException e) {
            throw new DatabaseUnavailableException(bind, e.getMessage(), e);
        }
    }

    @Override
    public void dispose() {
        current.dispose();
    }
}
