package io.quarkiverse.binds.test.connections;

import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;

import io.quarkiverse.binds.Bind;
import io.quarkiverse.binds.BindDb;
import io.quarkiverse.binds.Db;
import io.quarkiverse.binds.PoolStats;

/** Pools of the binds; "notes" means the default bind. Only the ping borrows a connection. */
@Path("pool/{bind}")
public class PoolResource {

    @Inject
    Db db;

    private BindDb bind(String name) {
        return db.bind(name.equals("notes") ? Bind.DEFAULT : name);
    }

    @GET
    public PoolStats stats(@PathParam("bind") String bind) {
        return bind(bind).pool();
    }

    @POST
    @Path("dispose")
    public void dispose(@PathParam("bind") String bind) {
        bind(bind).dispose();
    }

    @POST
    @Path("ping")
    public void ping(@PathParam("bind") String bind) {
        bind(bind).ping();
    }
}
