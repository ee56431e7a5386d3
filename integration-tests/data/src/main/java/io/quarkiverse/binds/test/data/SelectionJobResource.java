package io.quarkiverse.binds.test.data;

import java.time.Duration;

import jakarta.inject.Inject;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.WebApplicationException;

import io.quarkiverse.binds.Db;
import io.quarkiverse.binds.Selection;

/** A job over all entries that stores its place with each chunk, and goes on there after any end. */
@Path("{kind}/jobs")
public class SelectionJobResource {

    private static final int ID = 1;

    @Inject
    Db db;

    @PathParam("kind")
    Kind kind;

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

    /** @param conflictAt number at which the work answers with 409 */
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
                    throw new WebApplicationException("number " + row.number, 409);
                }
            }
            db.get(kind.place, ID).cursor = chunk.cursor(); // in the transaction of the chunk
        });
    }
}
