package io.quarkiverse.binds.test.data;

import java.time.Duration;

import jakarta.inject.Inject;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;

import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

import io.quarkiverse.binds.Db;
import io.quarkiverse.binds.Selection;

/** A job over all entries that stores its place with each chunk, and goes on there after any end. */
@Path("{kind}/jobs")
public class SelectionJobResource {

    private static final int ID = 1;

    /** Answered with 409 by the mapper below. */
    static final class Conflict extends RuntimeException {

        private static final long serialVersionUID = 1L;

        Conflict(String message) {
            super(message);
        }
    }

    @Inject
    Db db;

    @PathParam("kind")
    Kind kind;

    @ServerExceptionMapper
    public Response conflict(Conflict conflict) {
        return Response.status(409).entity(conflict.getMessage()).build();
    }

    @PUT
    public void create() {
        Place place = switch (kind) {
            case MYSQL -> new PlaceOnMySql();
            case MARIADB -> new PlaceOnMariaDb();
            case POSTGRESQL -> new PlaceOnPostgreSql();
            case H2 -> new PlaceOnH2();
        };
        place.id = ID;
        place.token = db.selection(kind.entry, "").token(Duration.ofDays(7));
        db.add(place);
        db.commit();
    }

    /** @param conflictAt number whose processing fails */
    @POST
    public long run(@QueryParam("size") int size, @QueryParam("conflictAt") Integer conflictAt) {
        return run(kind.entry, size, conflictAt == null ? -1 : conflictAt);
    }

    private <E extends Entry> long run(Class<E> entry, int size, int conflictAt) {
        Place place = db.get(kind.place, ID);
        Selection<E> selection = db.openSelection(entry, place.token);
        if (place.cursor != null) {
            selection = selection.resumeAt(place.cursor);
        }
        return selection.forEachChunk(size, chunk -> {
            for (E row : chunk.entities()) {
                row.processed++;
                if (row.number == conflictAt) {
                    throw new Conflict("number " + row.number);
                }
            }
            db.get(kind.place, ID).cursor = chunk.cursor(); // in the transaction of the chunk
        });
    }
}
