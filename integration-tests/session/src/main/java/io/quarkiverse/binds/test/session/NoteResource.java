package io.quarkiverse.binds.test.session;

import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;

import io.quarkiverse.binds.Db;

/** First example of the page about the session. */
@Path("notes")
public class NoteResource {

    @Inject
    Db db;

    @POST
    @Path("{name}")
    public Note create(String name) {
        Note note = new Note(name);
        db.add(note);
        db.commit();
        return note; // still managed, its id is set
    }

    @GET
    @Path("{id}")
    public Note get(Long id) {
        return db.getOr404(Note.class, id);
    }
}
