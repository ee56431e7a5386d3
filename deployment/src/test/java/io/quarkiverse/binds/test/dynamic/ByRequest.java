package io.quarkiverse.binds.test.dynamic;

import jakarta.enterprise.context.RequestScoped;

import io.quarkiverse.binds.DatabaseSelector;

/** The database that a request has chosen. */
@RequestScoped
public class ByRequest implements DatabaseSelector {

    private String key;

    public void choose(String chosen) {
        key = chosen;
    }

    @Override
    public String select(String bind) {
        return key;
    }
}
