package io.quarkiverse.binds.test.dynamic;

import jakarta.persistence.PersistenceException;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

import io.quarkiverse.binds.test.support.FailureTexts;

/**
 * Writes the exception into the response. Skips exceptions that are answered without a mapper.
 */
public class FailureMapper {

    @ServerExceptionMapper({ PersistenceException.class, IllegalStateException.class, IllegalArgumentException.class,
            Failure.class })
    public Response answer(Exception failure) {
        return Response.serverError().type(MediaType.TEXT_PLAIN_TYPE).entity(FailureTexts.of(failure)).build();
    }
}
