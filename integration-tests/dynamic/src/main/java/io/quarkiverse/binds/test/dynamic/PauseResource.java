package io.quarkiverse.binds.test.dynamic;

import jakarta.inject.Inject;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;

import io.quarkiverse.binds.BindDb;
import io.quarkiverse.binds.Databases;
import io.quarkiverse.binds.Db;
import io.quarkiverse.binds.test.support.Gates;

/** Units of work that wait or take long. */
@Path("pause")
public class PauseResource {

    @Inject
    Db db;

    @Inject
    Databases databases;

    /** Holds a connection until the test opens the gate. */
    @POST
    @Path("{bind}/{key}/{gate}")
    public String within(@PathParam("bind") String bind, @PathParam("key") String key, @PathParam("gate") String gate) {
        return databases.of(bind).call(key, () -> {
            String before = where(bind);
            Gates.pass(gate);
            return before + " " + where(bind);
        });
    }

    /** G8: runs several statements with pauses on one connection, and commits. */
    @POST
    @Path("steps")
    public String steps(@QueryParam("text") String text, @QueryParam("millis") int millis) {
        // the id may come over another connection, therefore before the first look at this one
        new Note(text).persistAndFlush();
        String before = where("tenants");
        db.bind("tenants").sql("select sleep(?)", millis / 1000.0).one(Long.class);
        String after = where("tenants");
        db.commit();
        // the entity is still managed; the transaction is a new one, on any connection
        long rows = Note.count("text", text);
        return (before.equals(after) ? "same" : before + " " + after) + " " + rows;
    }

    private String where(String bind) {
        BindDb db = this.db.bind(bind);
        return db.sql("select concat(database(), ' ', connection_id())").one(String.class);
    }
}
