package io.quarkiverse.binds.test.doors;

import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;

import org.hibernate.CacheMode;
import org.hibernate.FlushMode;
import org.hibernate.Session;
import org.hibernate.internal.FilterImpl;

import io.quarkiverse.binds.Db;

/** Units of work with steps that programs do not have. */
@Path("units")
public class UnitOfWorkResource {

    @Inject
    Db db;
    @Inject
    Injected injected;

    /** Adds an entity whose listener follows a plan, with or without an earlier use of the other bind. */
    @POST
    @Path("listener/{plan}/{before}/{end}/{name}")
    public String listener(@PathParam("plan") String plan, @PathParam("before") boolean before, @PathParam("end") String end,
            @PathParam("name") String name) {
        if (plan.equals("change")) {
            Pong pong = new Pong();
            pong.name = "changed-" + name;
            pong.plan = "back-on-change";
            db.add(pong);
            db.commit();
        } else if (before) {
            db.query(Pong.class, "name = ?1", name).getResultCount();
        }
        Ping ping = new Ping();
        ping.name = name;
        ping.plan = plan;
        db.add(ping);
        if (end.equals("flush")) {
            db.flush();
        }
        db.commit();
        return "ok";
    }

    /** Adds entities of two binds whose listeners change each other at every write. */
    @POST
    @Path("for-ever/{end}/{name}")
    public String forEver(@PathParam("end") String end, @PathParam("name") String name) {
        Ping ping = new Ping();
        ping.name = name;
        Pong pong = new Pong();
        pong.name = name;
        db.add(ping, pong);
        db.commit();
        ping.partner = pong.id;
        pong.partner = ping.id;
        db.commit();
        ping.plan = "for-ever";
        pong.plan = "for-ever";
        try {
            if (end.equals("flush")) {
                db.flush();
            }
            db.commit();
            return "ok";
        } catch (IllegalStateException e) {
            return e.getMessage();
        }
    }

    /** Returns each setting of a session after a commit or rollback. */
    @GET
    @Path("settings/{end}")
    public String settings(@PathParam("end") String end) {
        Session session = injected.session(Where.NOTES);
        session.enableFilter("amounts").setParameter("least", 5);
        session.setDefaultReadOnly(true);
        session.setJdbcBatchSize(17);
        session.setHibernateFlushMode(FlushMode.COMMIT);
        session.setCacheMode(CacheMode.IGNORE);
        session.setProperty("jakarta.persistence.lock.timeout", 4321);
        String before = settings(session);
        if (end.equals("commit")) {
            db.commit();
        } else {
            db.rollback();
        }
        String after = settings(injected.session(Where.NOTES));
        return before.equals(after) ? "kept" : before + " became " + after;
    }

    private static String settings(Session session) {
        Object least = ((FilterImpl) session.getEnabledFilter("amounts")).getParameter("least");
        return least + " " + session.isDefaultReadOnly() + " " + session.getJdbcBatchSize() + " "
                + session.getHibernateFlushMode() + " " + session.getCacheMode() + " "
                + session.getProperties().get("jakarta.persistence.lock.timeout");
    }

    /**
     * Waits after a commit, in tests for longer than the transaction timeout, and then loads a lazy association, queries,
     * changes or ends.
     */
    @POST
    @Path("later/{way}/{name}")
    public String later(@PathParam("way") String way, @PathParam("name") String name, @QueryParam("millis") long millis)
            throws InterruptedException {
        Folder folder = new Folder();
        folder.name = name;
        Sheet sheet = new Sheet();
        sheet.name = name;
        sheet.folder = folder;
        db.add(folder, sheet);
        db.commit();
        Sheet found = db.query(Sheet.class, "name = ?1", name).getSingleResult();
        db.refresh(folder);
        db.commit();
        Thread.sleep(millis);
        return switch (way) {
            case "lazy" -> folder.sheets.size() + " " + found.folder.name;
            case "query" -> "1 " + db.query(Folder.class, "name = ?1", name).getSingleResult().name;
            case "change" -> {
                folder.amount = 9;
                db.commit();
                yield "1 " + name;
            }
            default -> "1 " + name;
        };
    }

    /** Uses an unavailable database, with or without an earlier commit. */
    @POST
    @Path("dead/{committed}/{name}")
    public String dead(@PathParam("committed") boolean committed, @PathParam("name") String name) {
        db.add(Where.NOTES.row(name));
        if (committed) {
            db.commit();
        }
        return db.bind("dead").sql("select 1").one(String.class);
    }
}
