package io.quarkiverse.binds.runtime.dynamic;

import io.quarkiverse.binds.Database;
import io.quarkiverse.binds.PoolStats;

/** One database of a dynamic bind, by its key. */
record DatabaseOfKey(DynamicBind of, String key) implements Database {

    @Override
    public String bind() {
        return of.name();
    }

    @Override
    public String url() {
        return of.url(key);
    }

    @Override
    public boolean isOpen() {
        return of.registry().isOpen(key);
    }

    @Override
    public PoolStats pool() {
        return of.stats(key);
    }

    @Override
    public void ping() {
        of.ping(key);
    }

    @Override
    public void dispose() {
        of.dispose(key);
    }
}
