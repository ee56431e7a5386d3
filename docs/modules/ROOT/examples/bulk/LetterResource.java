package org.acme.bulk;

import java.util.List;

import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;

import org.hibernate.query.SelectionQuery;

import io.quarkiverse.binds.Db;
import io.quarkiverse.binds.Pagination;
import io.quarkiverse.binds.Selection;

// tag::select[]
@Path("letters")
public class LetterResource {

    public record Selected(String token, long count) {
    }

    public record Order(String token, List<Long> without) {

        public Order {
            without = without == null ? List.of() : without;
        }
    }

    @Inject
    Db db;

    private SelectionQuery<Letter> from(String sender) {
        return db.query(Letter.class, "sender = ?1 order by id", sender);
    }

    @GET
    public Pagination<Letter> page(@QueryParam("sender") String sender) {
        return db.paginate(from(sender));
    }

    @GET
    @Path("selection")
    public Selected selectAll(@QueryParam("sender") String sender) {
        Selection<Letter> selection = db.selection(from(sender));
        return new Selected(selection.token(), selection.count());
    }

    @POST
    @Path("selection/archive")
    public long archive(Order order) {
        return db.openSelection(Letter.class, order.token()).without(order.without()).update("set archived = true");
    }
    // end::select[]

    @POST
    @Path("selection/delete")
    public long delete(Order order) {
        // tag::delete[]
        long deleted = db.openSelection(Letter.class, order.token()).without(order.without()).delete();
        // end::delete[]
        return deleted;
    }

    long summarize(String token) {
        // tag::chunks[]
        long rows = db.openSelection(Letter.class, token).forEachChunk(500, chunk -> {
            for (Letter letter : chunk.entities()) {
                letter.summary = summaryOf(letter);
            }
        });
        // end::chunks[]
        return rows;
    }

    long byCreation(String sender) {
        // tag::bound[]
        Selection<Letter> selection = db.selection(Letter.class, "sender = ?1", sender).boundBy("created");
        // end::bound[]
        return selection.count();
    }

    static String summaryOf(Letter letter) {
        return letter.sender;
    }
}
