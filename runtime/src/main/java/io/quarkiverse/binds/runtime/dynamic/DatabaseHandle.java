package io.quarkiverse.binds.runtime.dynamic;

import io.quarkiverse.binds.Database;
import io.quarkiverse.binds.PoolStats;

/** The {@link Database} for applications: it holds no pool, and looks the key up with each call. */
record DatabaseHandle(DynamicBind dynamicBind, String key) implements Database {

    @Override
    public String bind() {
        return dynamicBind.name();
    }

    @Override
    public String url() {
        return dynamicBind.url(key);
    }

    @Override
    public boolean isOpen() {
        return dynamicBind.registry().isOpen(key);
    }

    @Override
    public PoolStats pool() {
        return dynamicBind.stats(key);
    }

    @Override
    public void ping() {
        dynamicBind.ping(key);
    }

    @Override
    public void dispose() {
        dynamicBind.dispose(key);
    }
}
