package io.quarkiverse.binds.runtime.rest;

import java.util.Set;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;

import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.core.CurrentRequestManager;
import org.jboss.resteasy.reactive.server.core.ResteasyReactiveRequestContext;

import io.quarkiverse.binds.DatabaseUnavailableException;

/**
 * Responds with 503 (Service Unavailable) and Retry-After (RFC 9110, 15.6.4) if no connection is available; with 500 if the
 * request has committed something before, since it must not be repeated; the log names the binds. The server is named in the
 * log only. A mapper of the application for the same exception wins.
 */
public class DatabaseUnavailableMapper implements ExceptionMapper<DatabaseUnavailableException> {

    private static final Logger LOG = Logger.getLogger("io.quarkiverse.binds");
    private static final String SECONDS = "1";

    @Override
    public Response toResponse(DatabaseUnavailableException e) {
        ResteasyReactiveRequestContext request = CurrentRequestManager.get();
        Set<String> committed = request == null ? Set.of() : RequestUnitOfWork.committed(request);
        if (!committed.isEmpty()) {
            return afterPartialCommit(request, committed, e);
        }
        LOG.debug("A request is answered with 503", e); // the pool has logged it once, for all requests
        return Response.status(Response.Status.SERVICE_UNAVAILABLE).header(HttpHeaders.RETRY_AFTER, SECONDS)
                .type(MediaType.TEXT_PLAIN_TYPE).entity(ResponseTexts.of("A database is not available", e)).build();
    }

    private static Response afterPartialCommit(ResteasyReactiveRequestContext request, Set<String> committed,
            DatabaseUnavailableException e) {
        LOG.errorf(e,
                "%s %s is answered with 500: a database was not available after a part of the work had been committed in %s",
                request.getMethod(), request.getPath(), String.join(", ", committed));
        return Response.status(Response.Status.INTERNAL_SERVER_ERROR).type(MediaType.TEXT_PLAIN_TYPE)
                .entity("A database is not available. A part of the work of this request is committed: do not just repeat it")
                .build();
    }
}
