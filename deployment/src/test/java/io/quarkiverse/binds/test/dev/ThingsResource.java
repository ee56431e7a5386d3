package io.quarkiverse.binds.test.dev;

import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;

import io.quarkiverse.binds.Bind;
import io.quarkiverse.binds.Db;

/** Changed by the test: each of its versions uses the database. */
@Path("things")
public class ThingsResource {

    @Inject
    Db db;

    @GET
    public String get() {
        db.bind(Bind.DEFAULT).sql("select 1").one(Integer.class);
        return "reload 0";
    }
}
