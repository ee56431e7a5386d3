package io.quarkiverse.binds.blog.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.HttpHeaders;

import io.quarkiverse.binds.DatabaseSelector;

/** The header {@code X-Blog} says which blog a request is for: a proxy in front sets it from the name of the host. */
@RequestScoped
public class BlogOfRequest implements DatabaseSelector {

    @Inject
    HttpHeaders headers;

    @Override
    public String select(String bind) {
        return headers.getHeaderString("X-Blog");
    }
}
