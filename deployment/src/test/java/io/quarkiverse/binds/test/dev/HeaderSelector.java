package io.quarkiverse.binds.test.dev;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.HttpHeaders;

import io.quarkiverse.binds.DatabaseSelector;

/** Selects the tree that the header X-Tree names. */
@RequestScoped
public class HeaderSelector implements DatabaseSelector {

    @Inject
    HttpHeaders headers;

    @Override
    public String select(String bind) {
        return headers.getHeaderString("X-Tree");
    }
}
