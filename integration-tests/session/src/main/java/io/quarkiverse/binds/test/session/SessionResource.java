package io.quarkiverse.binds.test.session;

import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;

import org.hibernate.Session;
import org.hibernate.engine.spi.SessionImplementor;

import io.quarkiverse.binds.Db;
import io.quarkus.hibernate.orm.PersistenceUnit;
import io.quarkus.hibernate.orm.panache.Panache;

/** Identity of the sessions, and the responses for rows that are not found. */
@Path("sessions")
public class SessionResource {

    @Inject
    Db db;

    @Inject
    Session session;

    @Inject
    @PersistenceUnit("ledger")
    EntityManager ledger;

    @Inject
    PoolResource pools;

    /** Returns the ids of the sessions, injected in every way; all of a bind must be equal. */
    @GET
    @Path("ids")
    public String ids() {
        Session notes = db.session();
        if (notes != db.session() || notes != db.session(Note.class) || db.session("ledger") != db.session(Entry.class)) {
            return "not the same object";
        }
        return String.join(" ", id(notes), id(session), id(Note.getSession()), id(Panache.getSession(Note.class)),
                id(db.session("ledger")), id(ledger.unwrap(Session.class)), id(Entry.getSession()));
    }

    private static String id(Session session) {
        return session.unwrap(SessionImplementor.class).getSessionIdentifier().toString();
    }

    /** K2: returns the number of borrowed connections after a flush. */
    @POST
    @Path("borrowed/{name}")
    public PoolResource.Active borrowed(@PathParam("name") String name) {
        db.add(new Note(name));
        db.flush();
        return pools.active();
    }

    @GET
    @Path("untouched")
    public PoolResource.Active untouched() {
        return pools.active();
    }

    /** Returns the id of the connection, twice in each transaction of one request. */
    @GET
    @Path("connection")
    public String connection() {
        long first = db.bind("<default>").sql("select connection_id()").one(Long.class);
        long again = ((Number) db.session().createNativeQuery("select connection_id()", Object.class).getSingleResult())
                .longValue();
        db.commit();
        long later = db.bind("<default>").sql("select connection_id()").one(Long.class);
        return first + " " + again + " " + later;
    }

    /** A14: uses session and entities after a failed commit. */
    @POST
    @Path("failed-commit/{name}")
    public String failedCommit(@PathParam("name") String name) {
        Note note = new Note(name);
        db.add(note, new Entry(name));
        db.commit();
        try {
            Entry second = new Entry(name + "-2");
            db.add(second);
            second.text = name; // the update is flushed by the commit, and violates the constraint
            db.commit();
            return "no error";
        } catch (RuntimeException e) {
            db.add(new Entry(name + "-3"));
            db.commit();
            return e.getClass().getSimpleName() + " " + db.query(Entry.class, "text like ?1", name + "%").getResultList().size()
                    + " " + db.session().contains(note);
        }
    }

    @GET
    @Path("404/get/{id}")
    public String getOr404(@PathParam("id") Long id, @QueryParam("text") String text) {
        Note note = text == null ? db.getOr404(Note.class, id) : db.getOr404(Note.class, id, text);
        return note.name + " " + (note == db.getOr404(Note.class, id));
    }

    @GET
    @Path("404/first/{like}")
    public String firstOr404(@PathParam("like") String like) {
        return db.firstOr404(db.query(Note.class, "name like ?1 order by name", like), "no note like that").name;
    }

    @GET
    @Path("404/one/{like}")
    public String oneOr404(@PathParam("like") String like) {
        return db.oneOr404(db.query(Note.class, "where name like ?1", like), "not one note").name;
    }
}
