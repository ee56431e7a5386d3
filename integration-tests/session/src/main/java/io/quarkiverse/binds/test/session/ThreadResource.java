package io.quarkiverse.binds.test.session;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;

import org.eclipse.microprofile.context.ManagedExecutor;
import org.hibernate.Session;

import io.quarkiverse.binds.Db;
import io.smallrye.mutiny.Uni;

/** Work that a request passes to another thread. */
@Path("threads")
public class ThreadResource {

    @Inject
    Db db;

    @Inject
    Session injected;

    @Inject
    ManagedExecutor managed;

    /** @param used whether the request has used the database before */
    @GET
    @Path("managed/{used}")
    public String managed(@PathParam("used") boolean used) throws Exception {
        if (used) {
            Note.count();
        }
        return managed.submit(() -> EntryPoints.outcome(db::session)).get();
    }

    @GET
    @Path("injected")
    public String injected() throws Exception {
        Note.count();
        return managed.submit(() -> EntryPoints.outcome(() -> injected.find(Note.class, 1L))).get();
    }

    @GET
    @Path("bare")
    public String bare() throws Exception {
        Note.count();
        return EntryPoints.onThread(named(), () -> db.get(Note.class, 1L));
    }

    @GET
    @Path("handed-over")
    public String handedOver() throws Exception {
        Session session = db.session();
        session.find(Note.class, 1L);
        return EntryPoints.onThread(named(), () -> session.find(Note.class, 1L));
    }

    /** C8: runs a unit of work on the other thread. */
    @POST
    @Path("own-unit/{name}")
    public String ownUnit(@PathParam("name") String name) throws Exception {
        Note.count();
        return EntryPoints.onThread(named(), () -> db.call(() -> {
            db.add(new Note(name));
            db.commit();
            return null;
        }));
    }

    @GET
    @Path("event-loop")
    public Uni<String> onEventLoop() {
        return Uni.createFrom().item(EntryPoints.outcome(() -> db.get(Note.class, 1L)));
    }

    @GET
    @Path("no-unit")
    public String noUnit() throws Exception {
        return String.join("\n", EntryPoints.onThread(named(), db::session), EntryPoints.onThread(named(), () -> {
            db.add(new Note("x"));
            return null;
        }), EntryPoints.onThread(named(), () -> {
            db.commit();
            return null;
        }), EntryPoints.onThread(named(), () -> db.bind("ledger").sql("select 1").one(Long.class)));
    }

    /** S6: waits for a thread that waits for a row lock of this request. */
    @POST
    @Path("waiting-for-itself/{name}")
    public String waitingForItself(@PathParam("name") String name) throws Exception {
        db.add(new Note(name));
        db.commit();
        db.bind("<default>").sql("update note set amount = 1 where name = ?", name).update();
        return EntryPoints.onThread(named(), () -> db.call(() -> {
            db.bind("<default>").sql("update note set amount = 2 where name = ?", name).update();
            return null;
        }));
    }

    static ExecutorService named() {
        return Executors.newSingleThreadExecutor(work -> new Thread(work, "other-thread"));
    }
}
