package io.quarkiverse.binds.runtime.rest;

import jakarta.inject.Singleton;

import org.jboss.resteasy.reactive.server.core.CurrentRequestManager;
import org.jboss.resteasy.reactive.server.core.ResteasyReactiveRequestContext;

import io.quarkiverse.binds.runtime.pagination.RequestParameters;

/** Query parameters of the request of Quarkus REST that the calling thread serves. */
@Singleton
public class RequestQueryParameters implements RequestParameters {

    @Override
    public String queryParameter(String name) {
        ResteasyReactiveRequestContext request = CurrentRequestManager.get();
        return request == null ? null : (String) request.getQueryParameter(name, true, false);
    }
}
