package io.quarkiverse.binds.test.doors;

import jakarta.inject.Inject;
import jakarta.transaction.UserTransaction;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import org.hibernate.Session;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

import io.quarkiverse.binds.Databases;
import io.quarkiverse.binds.Db;

/** Misuse of transactions begun by hand, of views and of sessions. */
@Path("by-hand")
public class TransactionMisuseResource {

    @Inject
    Db db;
    @Inject
    Databases databases;
    @Inject
    Injected injected;
    @Inject
    UserTransaction userTransaction;

    @GET
    @Path("commit-without-begin/{row}")
    public String commitWithoutBegin(@PathParam("row") String row) throws Exception {
        db.add(Where.NOTES.row(row));
        db.flush();
        userTransaction.commit();
        return "ok";
    }

    @POST
    @Path("left-open/{place}/{row}")
    public String leftOpen(@PathParam("place") String place, @PathParam("row") String row) throws Exception {
        if (place.equals("run")) {
            db.query(Where.NOTES.entity, "name = ?1", row).getResultCount();
            db.run(() -> leaveOpen(row));
            db.commit();
        } else {
            leaveOpen(row);
        }
        return "ok";
    }

    private void leaveOpen(String row) throws Exception {
        userTransaction.begin();
        injected.session(Where.NOTES).persist(Where.NOTES.row(row));
        injected.session(Where.NOTES).flush();
    }

    @GET
    @Path("entity/{where}/{first}/{row}")
    public String entity(@PathParam("where") Where where, @PathParam("first") boolean first, @PathParam("row") String row) {
        if (!first) {
            db.query(where.entity, "name = ?1", row).getResultCount();
        }
        switch (where) {
            case NOTES -> Note.persistTransactionally(row);
            case LEDGER -> Entry.persistTransactionally(row);
            case TENANT -> Leaf.persistTransactionally(row);
        }
        return "ok";
    }

    @GET
    @Path("outer-view")
    public long outerView() {
        Session outer = db.session(Where.NOTES.bind);
        return db.call(() -> outer.createSelectionQuery("select count(*) from Note", Long.class).getSingleResult());
    }

    /** Uses a session of one tenant in the database of another. */
    @GET
    @Path("foreign-session/{row}")
    public String foreignSession(@PathParam("row") String row) {
        Session[] opened = new Session[1];
        databases.run("k1", () -> opened[0] = injected.factory(Where.TENANT).openSession());
        databases.run("k2", () -> {
            opened[0].persist(Where.TENANT.row(row));
            opened[0].flush();
            db.commit();
        });
        return "ok";
    }

    /** Messages of an exception and of its causes, which the response of a packaged application omits. */
    @ServerExceptionMapper
    public Response map(Exception thrown) {
        StringBuilder text = new StringBuilder();
        for (Throwable t = thrown; t != null; t = t.getCause()) {
            text.append(t).append('\n');
        }
        return Response.status(Response.Status.CONFLICT).type(MediaType.TEXT_PLAIN_TYPE).entity(text.toString()).build();
    }
}
