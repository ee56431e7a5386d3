package io.quarkiverse.binds.test.session;

import jakarta.inject.Inject;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;

import io.quarkiverse.binds.Db;
import io.smallrye.common.annotation.RunOnVirtualThread;

/** Scenarios in a request on a virtual thread. */
@Path("virtual")
public class VirtualThreadResource {

    @Inject
    Db db;

    @POST
    @Path("{deed}/{name}")
    @RunOnVirtualThread
    public String onVirtualThread(@PathParam("deed") WorkScenario scenario, @PathParam("name") String name) throws Exception {
        scenario.run(db, name);
        return "returned by " + (Thread.currentThread().isVirtual() ? "a virtual" : "a platform") + " thread";
    }
}
