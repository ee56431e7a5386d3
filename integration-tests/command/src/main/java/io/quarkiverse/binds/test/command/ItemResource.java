package io.quarkiverse.binds.test.command;

import jakarta.inject.Inject;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import io.quarkiverse.binds.NoUnitOfWorkException;

/** Resource of RESTEasy Classic. */
@Path("items/{way}/{name}")
@Produces(MediaType.TEXT_PLAIN)
public class ItemResource {

    @Inject
    Items items;

    @POST
    public String add(@PathParam("way") String way, @PathParam("name") String name) {
        try {
            items.add(way, name);
            return "added";
        } catch (NoUnitOfWorkException e) {
            return e.getMessage();
        }
    }
}
