package io.quarkiverse.binds.test.sharding;

import jakarta.persistence.PersistenceException;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

import io.quarkiverse.binds.CommitOutcomeUnknownException;
import io.quarkiverse.binds.PartialCommitException;
import io.quarkiverse.binds.test.support.FailureTexts;

/** Writes the exception into the response: clients tell an unknown outcome from a write that did not take effect. */
public class FailureMapper {

    @ServerExceptionMapper({ PersistenceException.class, CommitOutcomeUnknownException.class, PartialCommitException.class })
    public Response answer(RuntimeException failure) {
        return Response.serverError().type(MediaType.TEXT_PLAIN_TYPE).entity(FailureTexts.of(failure)).build();
    }
}
