package io.quarkiverse.binds.test.dynamic;

import jakarta.inject.Singleton;

import io.quarkiverse.binds.DatabaseSelector;

/** Selects the database that the thread of a test has chosen. */
@Singleton
public class ThreadSelector implements DatabaseSelector {

    private static final ThreadLocal<String> KEY = new ThreadLocal<>();

    public static void choose(String key) {
        KEY.set(key);
    }

    @Override
    public String select(String bind) {
        return bind.equals("tenants") ? KEY.get() : null;
    }
}
