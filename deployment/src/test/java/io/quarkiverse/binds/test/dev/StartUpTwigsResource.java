package io.quarkiverse.binds.test.dev;

import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;

import io.quarkiverse.binds.Db;

@Path("start-up-twigs")
public class StartUpTwigsResource {

    @Inject
    Db db;

    @GET
    @Path("{round}")
    public String names(@PathParam("round") String round) {
        return String.join(",", db.bind("<default>").sql("select name from Twig where name like ? order by name", round + " %")
                .list(String.class));
    }
}
