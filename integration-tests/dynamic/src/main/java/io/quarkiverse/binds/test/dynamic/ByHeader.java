package io.quarkiverse.binds.test.dynamic;

import java.util.HashMap;
import java.util.Map;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.HttpHeaders;

import io.quarkiverse.binds.DatabaseSelector;

/** The header X-Db tells the tenant, X-Archive the archive, as long as the request itself does not say something else. */
@RequestScoped
public class ByHeader implements DatabaseSelector {

    @Inject
    HttpHeaders headers;

    private final Map<String, String> instead = new HashMap<>();

    @Override
    public String select(String bind) {
        String key = instead.get(bind);
        return key != null ? key : headers.getHeaderString(bind.equals("tenants") ? "X-Db" : "X-Archive");
    }

    void change(String bind, String key) {
        instead.put(bind, key);
    }
}
