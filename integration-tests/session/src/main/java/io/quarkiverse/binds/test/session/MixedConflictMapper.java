package io.quarkiverse.binds.test.session;

import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;

/** A mapper as applications have them. */
@Provider
public class MixedConflictMapper implements ExceptionMapper<MixedConflict> {

    @Override
    public Response toResponse(MixedConflict conflict) {
        return Response.status(Response.Status.CONFLICT).entity(conflict.getMessage()).build();
    }
}
