package io.quarkiverse.binds.test.dynamic;

import java.util.function.Supplier;

import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;

import io.quarkiverse.binds.Databases;
import io.quarkiverse.binds.Db;
import io.quarkiverse.binds.test.support.FailureTexts;

/** Messages of exceptions of units of work, which the response of a packaged application omits. */
@Path("told/{bind}")
public class FailureMessageResource {

    @Inject
    Databases databases;

    @Inject
    Db db;

    @PathParam("bind")
    String bind;

    /** Uses the database that the request selects. */
    @GET
    public String chosen() {
        return messageOf(() -> db.bind(bind).sql("select 'done'").one(String.class));
    }

    @GET
    @Path("{key}")
    public String given(@PathParam("key") String key) {
        return messageOf(() -> databases.of(bind).call(key, () -> db.bind(bind).sql("select 'done'").one(String.class)));
    }

    private static String messageOf(Supplier<String> work) {
        try {
            return work.get();
        } catch (RuntimeException e) {
            return FailureTexts.of(e);
        }
    }
}
