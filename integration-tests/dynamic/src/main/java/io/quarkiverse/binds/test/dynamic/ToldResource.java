package io.quarkiverse.binds.test.dynamic;

import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;

import io.quarkiverse.binds.Databases;
import io.quarkiverse.binds.Db;

/** What a unit of work on a database is told instead of a result, which its answer does not say. */
@Path("told/{bind}/{key}")
public class ToldResource {

    @Inject
    Databases databases;

    @Inject
    Db db;

    @GET
    public String told(@PathParam("bind") String bind, @PathParam("key") String key) {
        try {
            return databases.of(bind).call(key, () -> db.bind(bind).sql("select 'done'").one(String.class));
        } catch (RuntimeException e) {
            return FailureMapper.text(e);
        }
    }
}
