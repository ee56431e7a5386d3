package io.quarkiverse.binds.runtime.rest;

import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;

import org.jboss.logging.Logger;

import io.quarkiverse.binds.UnknownDatabaseException;

/**
 * Responds with 404 (Not Found) if the request selected a database that does not exist, and reveals no other. A mapper of the
 * application for the same exception wins.
 */
public class UnknownDatabaseMapper implements ExceptionMapper<UnknownDatabaseException> {

    private static final Logger LOG = Logger.getLogger("io.quarkiverse.binds");

    @Override
    public Response toResponse(UnknownDatabaseException e) {
        LOG.debug("A request is answered with 404", e);
        return Response.status(Response.Status.NOT_FOUND).type(MediaType.TEXT_PLAIN_TYPE)
                .entity(ResponseTexts.of("There is no such database", e))
                .build();
    }
}
