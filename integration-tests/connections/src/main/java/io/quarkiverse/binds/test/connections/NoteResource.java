package io.quarkiverse.binds.test.connections;

import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;

import io.quarkiverse.binds.Bind;
import io.quarkiverse.binds.Db;
import io.quarkiverse.binds.UnitOfWorkOptions;

/** Reads or writes a row in the request's unit of work and returns the id of the connection. */
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

    /** Writes in a unit of work that may be retried. */
    @POST
    @Path("again")
    public long writeAgain(@QueryParam("name") String name, @QueryParam("retries") int retries) {
        return db.call(UnitOfWorkOptions.defaults().commitOnSuccess().retries(retries), () -> {
            db.add(new Note(name));
            return connections.id(Bind.DEFAULT);
        });
    }
}
