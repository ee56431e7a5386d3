package io.quarkiverse.binds.test.session;

import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;

/** Exception mapper as in an application. */
@Provider
public class MixedConflictMapper implements ExceptionMapper<MixedConflict> {

    @Override
    public Response toResponse(MixedConflict conflict) {
        return Response.status(Response.Status.CONFLICT).entity(conflict.getMessage()).build();
    }
}
