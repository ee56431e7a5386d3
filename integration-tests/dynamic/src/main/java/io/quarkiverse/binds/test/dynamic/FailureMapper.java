package io.quarkiverse.binds.test.dynamic;

import jakarta.persistence.PersistenceException;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/**
 * Writes the exception into the response, which a packaged application omits. Skips exceptions that are answered without a
 * mapper.
 */
public class FailureMapper {

    @ServerExceptionMapper({ PersistenceException.class, IllegalStateException.class, IllegalArgumentException.class,
            Failure.class })
    public Response answer(Exception failure) {
        return Response.serverError().type(MediaType.TEXT_PLAIN_TYPE).entity(text(failure)).build();
    }

    static String text(Throwable failure) {
        StringBuilder text = new StringBuilder();
        for (Throwable t = failure; t != null; t = t.getCause()) {
            text.append(text.isEmpty() ? "" : " | ").append(t.getClass().getSimpleName()).append(": ").append(t.getMessage());
        }
        return text.toString();
    }
}
