package io.quarkiverse.binds.test.data;

import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;

import io.quarkiverse.binds.Databases;
import io.quarkiverse.binds.Db;

/** Selections in the databases of tenants. */
@Path("tickets/{tenant}")
public class TicketResource {

    @Inject
    Db db;

    @Inject
    Databases databases;

    @PathParam("tenant")
    String tenant;

    @PUT
    @Path("{count}")
    public void add(@PathParam("count") int count) {
        databases.run(tenant, () -> {
            for (int i = 0; i < count; i++) {
                db.add(new Ticket());
            }
            db.commit();
        });
    }

    @GET
    public String token() {
        return databases.call(tenant, () -> db.selection(Ticket.class, "").token());
    }

    /** Processes the tickets with the token of a tenant. */
    @POST
    public String process(String token) {
        return databases.call(tenant, () -> {
            long rows = db.openSelection(Ticket.class, token).forEachChunk(2, chunk -> {
                chunk.entities().forEach(ticket -> ticket.seen = true);
            });
            return rows + " of " + db.query(Ticket.class, "seen").getResultCount();
        });
    }

    /** Selects, for one tenant, with a query that was made for another. */
    @POST
    @Path("query-of/{other}")
    public String selectWithQueryOf(@PathParam("other") String other) {
        return databases.call(other, () -> {
            var query = db.query(Ticket.class, "");
            return databases.call(tenant, () -> {
                try {
                    return "count " + db.selection(query).count();
                } catch (IllegalStateException e) {
                    return e.getMessage();
                }
            });
        });
    }

    /** Processes the tickets of a tenant within the unit of work of another. */
    @POST
    @Path("within/{other}")
    public long processWithin(@PathParam("other") String other, String token) {
        var selection = databases.call(tenant, () -> db.openSelection(Ticket.class, token));
        return databases.call(other, () -> selection.without(1).count() + selection.forEachChunk(2, chunk -> {
        }));
    }
}
