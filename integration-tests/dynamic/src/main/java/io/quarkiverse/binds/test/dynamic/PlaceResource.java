package io.quarkiverse.binds.test.dynamic;

import jakarta.inject.Inject;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;

import io.quarkiverse.binds.Db;

/** Table of the locations of the databases of "archive". */
@Path("places/{name}")
public class PlaceResource {

    @Inject
    Db db;

    @PUT
    public void put(@PathParam("name") String name, String url) {
        db.merge(new Place(name, url));
        db.commit();
    }
}
