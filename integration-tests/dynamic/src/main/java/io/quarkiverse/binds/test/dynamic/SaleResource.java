package io.quarkiverse.binds.test.dynamic;

import jakarta.inject.Inject;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;

import io.quarkiverse.binds.Db;

/** Writes to the archive that the header X-Archive names, and moves one to another server. */
@Path("sales")
public class SaleResource {

    @Inject
    Db db;

    @Inject
    DatabaseMove move;

    @POST
    public void add(@QueryParam("text") String text) {
        db.bind("archive").sql("insert into sale (text) values (?)", text).update();
        db.commit();
    }

    @POST
    @Path("moves/{key}")
    public void move(@PathParam("key") String key, String url) {
        move.move(key, url);
    }
}
