package io.quarkiverse.binds.test.connections;

import jakarta.inject.Inject;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;

import io.quarkiverse.binds.Bind;
import io.quarkiverse.binds.Db;
import io.quarkiverse.binds.test.support.Gates;

/** Requests that hold a connection until the test lets them go on. */
@Path("pause")
public class PauseResource {

    @Inject
    Db db;

    @Inject
    Connections connections;

    /** A21: waits between two statements of one transaction. */
    @POST
    @Path("within/{gate}")
    public String within(@PathParam("gate") String gate) {
        long before = connections.id(Bind.DEFAULT);
        Gates.pass(gate);
        return before + " " + connections.id(Bind.DEFAULT);
    }

    /** A21: commits before it waits, which returns the connection. */
    @POST
    @Path("after-commit/{gate}")
    public String afterCommit(@PathParam("gate") String gate) {
        long before = connections.id(Bind.DEFAULT);
        db.commit();
        Gates.pass(gate);
        return before + " " + connections.id(Bind.DEFAULT);
    }
}
