package io.quarkiverse.binds.test.connections;

import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;

import io.quarkiverse.binds.Bind;
import io.quarkiverse.binds.Db;
import io.quarkiverse.binds.UnitOptions;

/** What an application does most: it reads a row, or writes one. Each answers with the number of the connection that it had. */
@Path("notes")
public class NoteResource {

    @Inject
    Db db;

    @Inject
    Connections connections;

    @GET
    @Path("{name}")
    public long read(@PathParam("name") String name) {
        db.firstOr404(db.query(Note.class, "name = ?1", name));
        return connections.id(Bind.DEFAULT);
    }

    @POST
    public long write(@QueryParam("name") String name) {
        db.add(new Note(name));
        long connection = connections.id(Bind.DEFAULT);
        db.commit();
        return connection;
    }

    /** The same in a unit that may be run again. */
    @POST
    @Path("again")
    public long writeAgain(@QueryParam("name") String name, @QueryParam("retries") int retries) {
        return db.call(UnitOptions.defaults().commitOnSuccess().retries(retries), () -> {
            db.add(new Note(name));
            return connections.id(Bind.DEFAULT);
        });
    }
}
