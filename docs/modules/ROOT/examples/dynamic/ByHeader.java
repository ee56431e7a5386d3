package org.acme.dynamic;

import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.core.HttpHeaders;

import org.jboss.resteasy.reactive.server.ServerRequestFilter;

import io.quarkiverse.binds.DatabaseSelector;

// tag::selector[]
@RequestScoped
public class ByHeader implements DatabaseSelector {

    private String key;

    @ServerRequestFilter(preMatching = true)
    public void read(HttpHeaders headers) {
        key = headers.getHeaderString("X-Tenant");
    }

    @Override
    public String select(String bind) {
        return key; // null where there is no request
    }
}
// end::selector[]
