package io.quarkiverse.binds.runtime.rest;

import jakarta.inject.Singleton;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import org.jboss.resteasy.reactive.RestResponse;

import io.quarkiverse.binds.runtime.session.NotFoundExceptionFactory;
import io.quarkiverse.binds.runtime.session.ResponseStatus;

/** The responses of Quarkus REST: a missing entity is a 404, and a result may be an error response. */
@Singleton
public class RestResponses implements NotFoundExceptionFactory, ResponseStatus {

    @Override
    public RuntimeException exception(String description) {
        return new NotFoundException(description, Response.status(Response.Status.NOT_FOUND).type(MediaType.TEXT_PLAIN_TYPE)
                .entity(description).build());
    }

    @Override
    public boolean isError(Object result) {
        int status = result instanceof Response response ? response.getStatus()
                : result instanceof RestResponse<?> response ? response.getStatus() : 0;
        return status >= Response.Status.BAD_REQUEST.getStatusCode();
    }
}
