package io.quarkiverse.binds.benchmark.dynamic;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.HttpHeaders;

import io.quarkiverse.binds.DatabaseSelector;

@RequestScoped
public class ByHeader implements DatabaseSelector {

    @Inject
    HttpHeaders headers;

    @Override
    public String select(String bind) {
        return headers.getHeaderString("X-Db");
    }
}
