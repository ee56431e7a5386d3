package io.quarkiverse.binds.test.dev;

import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;

import io.quarkiverse.binds.Db;

/** Returns the tree of a request. */
@Path("leaves")
public class LeafResource {

    @Inject
    Db db;

    @GET
    public String tree() {
        return db.bind("trees").sql("select lower(current_catalog)").one(String.class);
    }
}
