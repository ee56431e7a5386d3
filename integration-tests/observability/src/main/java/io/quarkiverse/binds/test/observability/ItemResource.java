package io.quarkiverse.binds.test.observability;

import java.util.List;

import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;

import io.quarkiverse.binds.Db;
import io.quarkiverse.binds.UnitOfWorkOptions;

@Path("/items")
public class ItemResource {

    @Inject
    Db db;

    @GET
    public List<String> names() {
        return Item.<Item> listAll().stream().map(item -> item.name).toList();
    }

    /** Reads from the replica, which is the same server. */
    @GET
    @Path("replica")
    public List<String> namesOfReplica() {
        return db.call(UnitOfWorkOptions.defaults().asReadOnly(), this::names);
    }

    @POST
    public void create(@QueryParam("name") String name) {
        Item item = new Item();
        item.name = name;
        item.persist();
        db.commit();
    }
}
