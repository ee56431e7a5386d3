package io.quarkiverse.binds.test.dynamic;

import jakarta.enterprise.context.RequestScoped;

import io.quarkiverse.binds.DatabaseSelector;

/** Selects the database that a request has chosen. */
@RequestScoped
public class RequestSelector implements DatabaseSelector {

    private String key;

    public void choose(String chosen) {
        key = chosen;
    }

    @Override
    public String select(String bind) {
        return key;
    }
}
