package io.quarkiverse.binds.test.dev;

import java.util.ArrayList;
import java.util.List;

import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;

import io.quarkiverse.binds.Db;

/** Changes rows, and returns what an observer noted. */
@Path("things")
public class ThingResource {

    static final List<String> NOTES = new ArrayList<>();

    @Inject
    Db db;

    @GET
    public String change() {
        NOTES.clear();
        Thing thing = new Thing();
        thing.id = 1L;
        db.add(thing);
        db.commit();
        db.session("first").createMutationQuery("delete from Thing").executeUpdate();
        db.commit();
        return NOTES.toString();
    }
}
