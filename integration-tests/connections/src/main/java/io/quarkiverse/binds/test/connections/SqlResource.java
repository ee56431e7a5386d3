package io.quarkiverse.binds.test.connections;

import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;

import io.quarkiverse.binds.Db;

/** SQL on a bind by its name. */
@Path("sql")
public class SqlResource {

    @Inject
    Db db;

    @Inject
    Connections connections;

    @GET
    @Path("{bind}")
    public long connection(@PathParam("bind") String bind) {
        return connections.id(bind);
    }

    @GET
    @Path("{bind}/unknown")
    public String unknown(@PathParam("bind") String bind) {
        try {
            db.bind(bind);
            return "there is one";
        } catch (IllegalArgumentException e) {
            return e.getMessage();
        }
    }
}
