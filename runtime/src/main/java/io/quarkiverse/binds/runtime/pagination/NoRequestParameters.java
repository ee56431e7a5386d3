package io.quarkiverse.binds.runtime.pagination;

import jakarta.inject.Singleton;

import io.quarkus.arc.DefaultBean;

/** The parameters in an application without Quarkus REST: none. */
@DefaultBean
@Singleton
public class NoRequestParameters implements RequestParameters {

    @Override
    public String queryParameter(String name) {
        return null;
    }
}
