package io.quarkiverse.binds.test.connections;

import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;

import io.quarkiverse.binds.Db;

/** Requests that use both databases. */
@Path("both")
public class BothResource {

    @Inject
    Db db;

    @GET
    @Path("{name}")
    public String read(@PathParam("name") String name) {
        Note note = db.firstOr404(db.query(Note.class, "name = ?1", name));
        return note.name + " " + db.firstOr404(db.query(Entry.class, "name = ?1", name)).name;
    }

    @POST
    public String write(@QueryParam("name") String name) {
        db.add(new Note(name), new Entry(name));
        db.commit();
        return name;
    }
}
