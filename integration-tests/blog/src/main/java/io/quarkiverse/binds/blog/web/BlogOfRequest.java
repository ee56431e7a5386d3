package io.quarkiverse.binds.blog.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.core.HttpHeaders;

import org.jboss.resteasy.reactive.server.ServerRequestFilter;

import io.quarkiverse.binds.DatabaseSelector;

/** Selects the blog of a request by the header {@code X-Blog}, which a reverse proxy sets from the host name. */
@RequestScoped
public class BlogOfRequest implements DatabaseSelector {

    private String key;

    @ServerRequestFilter(preMatching = true)
    public void read(HttpHeaders headers) {
        key = headers.getHeaderString("X-Blog");
    }

    @Override
    public String select(String bind) {
        return key; // null outside of a request
    }
}
