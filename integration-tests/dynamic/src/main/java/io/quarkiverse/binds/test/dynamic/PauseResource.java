package io.quarkiverse.binds.test.dynamic;

import jakarta.inject.Inject;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;

import io.quarkiverse.binds.BindDb;
import io.quarkiverse.binds.Databases;
import io.quarkiverse.binds.Db;

/** Units of work that take their time. */
@Path("pause")
public class PauseResource {

    @Inject
    Db db;

    @Inject
    Databases databases;

    /** Has a connection until the test lets it go on. */
    @POST
    @Path("{bind}/{key}/{gate}")
    public String within(@PathParam("bind") String bind, @PathParam("key") String key, @PathParam("gate") String gate) {
        return databases.of(bind).call(key, () -> {
            String before = where(bind);
            Gates.pass(gate);
            return before + " " + where(bind);
        });
    }

    /** G8: several statements with a little time between them, all of which have to be on one connection, and a commit. */
    @POST
    @Path("steps")
    public String steps(@QueryParam("text") String text, @QueryParam("millis") int millis) {
        // its id is taken on another connection, and so before it has one
        new Note(text).persistAndFlush();
        String before = where("tenants");
        db.bind("tenants").sql("select sleep(?)", millis / 1000.0).one(Long.class);
        String after = where("tenants");
        db.commit();
        // the entity is still managed, and what comes now is another transaction, on whatever connection
        long rows = Note.count("text", text);
        return (before.equals(after) ? "same" : before + " " + after) + " " + rows;
    }

    private String where(String bind) {
        BindDb db = this.db.bind(bind);
        return db.sql("select concat(database(), ' ', connection_id())").one(String.class);
    }
}
