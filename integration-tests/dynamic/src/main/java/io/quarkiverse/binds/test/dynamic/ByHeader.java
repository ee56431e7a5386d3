package io.quarkiverse.binds.test.dynamic;

import java.util.HashMap;
import java.util.Map;

import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.core.HttpHeaders;

import org.jboss.resteasy.reactive.server.ServerRequestFilter;

import io.quarkiverse.binds.DatabaseSelector;

/** Selects the tenant by the header X-Db and the archive by X-Archive, unless the request has called {@link #change}. */
@RequestScoped
public class ByHeader implements DatabaseSelector {

    private final Map<String, String> keys = new HashMap<>();

    @ServerRequestFilter(preMatching = true)
    public void read(HttpHeaders headers) {
        keys.put("tenants", headers.getHeaderString("X-Db"));
        keys.put("archive", headers.getHeaderString("X-Archive"));
    }

    @Override
    public String select(String bind) {
        return keys.get(bind.equals("tenants") ? bind : "archive");
    }

    void change(String bind, String key) {
        keys.put(bind, key);
    }
}
