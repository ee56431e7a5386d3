package io.quarkiverse.binds.test.observability;

import java.util.List;

import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;

import io.quarkiverse.binds.Db;

@Path("/items")
public class ItemResource {

    @Inject
    Db db;

    @GET
    public List<String> names() {
        return Item.<Item> listAll().stream().map(item -> item.name).toList();
    }

    @POST
    public void create(@QueryParam("name") String name) {
        Item item = new Item();
        item.name = name;
        item.persist();
        db.commit();
    }
}
