package io.quarkiverse.binds.benchmark.web;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

/** Endpoint of both applications that uses no database: a unit of work that is never opened must cost nothing. */
@Path("no-database")
public class NoDatabase {

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    public String hello() {
        return "\"hello\"";
    }
}
