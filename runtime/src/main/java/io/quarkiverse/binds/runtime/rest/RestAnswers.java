package io.quarkiverse.binds.runtime.rest;

import jakarta.inject.Singleton;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import org.jboss.resteasy.reactive.RestResponse;

import io.quarkiverse.binds.runtime.session.NotFound;
import io.quarkiverse.binds.runtime.session.ResponseStatus;

/** Not found is 404 here, and a response may be an error. */
@Singleton
public class RestAnswers implements NotFound, ResponseStatus {

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
