package io.quarkiverse.binds.test.observability;

import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;

import io.quarkiverse.binds.Db;
import io.quarkiverse.binds.PoolStats;
import io.quarkiverse.binds.test.support.Gates;

/** Work on the bind "remote", whose server can become silent. */
@Path("/remote")
public class RemoteResource {

    @Inject
    Db db;

    @GET
    public int value() {
        return db.bind("remote").sql("select 1").one(Integer.class);
    }

    @GET
    @Path("pool")
    public PoolStats pool() {
        return db.bind("remote").pool();
    }

    /** Holds a connection until the gate is opened. */
    @POST
    @Path("hold")
    public void hold(@QueryParam("gate") String gate) {
        value();
        Gates.pass(gate);
    }

    @POST
    @Path("dispose")
    public void dispose() {
        db.bind("remote").dispose();
    }
}
