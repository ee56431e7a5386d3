package io.quarkiverse.binds.runtime.rest;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;

import org.jboss.logging.Logger;

import io.quarkiverse.binds.DatabaseUnavailableException;

/**
 * No connection could be had: 503 (Service Unavailable), and worth another try soon (RFC 9110, 15.6.4). Which server it was is
 * the business of the log. A mapper of the application for the same exception wins.
 */
public class DatabaseUnavailableMapper implements ExceptionMapper<DatabaseUnavailableException> {

    private static final Logger LOG = Logger.getLogger("io.quarkiverse.binds");
    private static final String SECONDS = "1";

    @Override
    public Response toResponse(DatabaseUnavailableException e) {
        LOG.debug("A request is answered with 503", e); // the pool has said it once, for all requests that meet it
        return Response.status(Response.Status.SERVICE_UNAVAILABLE).header(HttpHeaders.RETRY_AFTER, SECONDS)
                .type(MediaType.TEXT_PLAIN_TYPE).entity("A database is not available").build();
    }
}
