package io.quarkiverse.binds.test.session;

import java.io.IOException;

import jakarta.inject.Inject;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;

import io.quarkiverse.binds.Db;

/** Requests without an annotation, whose commit policy comes from the configuration. */
@Path("configured")
public class ConfiguredPolicyResource {

    @Inject
    Db db;

    @POST
    @Path("{end}/{name}")
    public Response end(@PathParam("end") String end, @PathParam("name") String name) throws IOException {
        Note note = new Note(name);
        db.add(note, new Entry(name));
        PolicyResource.throwing(end);
        if (end.equals("fails-at-commit")) {
            db.session().createMutationQuery("update Note set version = 7 where id = ?1").setParameter(1, note.id)
                    .executeUpdate();
            note.amount = 1; // its update finds another version
        }
        return Response.status(end.matches("\\d+") ? Integer.parseInt(end) : 200).entity(end).build();
    }
}
