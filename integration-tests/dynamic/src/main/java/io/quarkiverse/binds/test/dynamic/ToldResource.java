package io.quarkiverse.binds.test.dynamic;

import java.util.function.Supplier;

import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;

import io.quarkiverse.binds.Databases;
import io.quarkiverse.binds.Db;

/** What a unit of work on a database is told instead of a result, which its answer does not say. */
@Path("told/{bind}")
public class ToldResource {

    @Inject
    Databases databases;

    @Inject
    Db db;

    @PathParam("bind")
    String bind;

    /** On the database that the request chooses. */
    @GET
    public String chosen() {
        return told(() -> db.bind(bind).sql("select 'done'").one(String.class));
    }

    @GET
    @Path("{key}")
    public String given(@PathParam("key") String key) {
        return told(() -> databases.of(bind).call(key, () -> db.bind(bind).sql("select 'done'").one(String.class)));
    }

    private static String told(Supplier<String> work) {
        try {
            return work.get();
        } catch (RuntimeException e) {
            return FailureMapper.text(e);
        }
    }
}
