package io.quarkiverse.binds.test.connections;

import java.util.stream.Stream;

import jakarta.persistence.PersistenceException;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

import io.quarkiverse.binds.CommitOutcomeUnknownException;
import io.quarkiverse.binds.PartialCommitException;

/**
 * Writes the exception into the response, which a packaged application omits. Skips exceptions that are answered without a
 * mapper.
 */
public class FailureMapper {

    @ServerExceptionMapper({ PersistenceException.class, CommitOutcomeUnknownException.class, PartialCommitException.class })
    public Response answer(RuntimeException failure) {
        StringBuilder text = new StringBuilder();
        for (Throwable t = failure; t != null; t = t.getCause()) {
            text.append(text.isEmpty() ? "" : " | ").append(t.getClass().getSimpleName()).append(": ").append(t.getMessage());
            Stream.of(t.getSuppressed()).forEach(suppressed -> text.append(" + ").append(suppressed.getMessage()));
        }
        return Response.serverError().type(MediaType.TEXT_PLAIN_TYPE).entity(text.toString()).build();
    }
}
