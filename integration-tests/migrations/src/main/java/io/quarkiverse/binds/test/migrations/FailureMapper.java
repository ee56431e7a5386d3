package io.quarkiverse.binds.test.migrations;

import jakarta.persistence.PersistenceException;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

import io.quarkiverse.binds.test.support.FailureTexts;

/** Writes the exception into the response. */
public class FailureMapper {

    @ServerExceptionMapper({ PersistenceException.class, IllegalStateException.class, IllegalArgumentException.class })
    public Response answer(RuntimeException failure) {
        return Response.serverError().type(MediaType.TEXT_PLAIN_TYPE).entity(FailureTexts.of(failure)).build();
    }
}
