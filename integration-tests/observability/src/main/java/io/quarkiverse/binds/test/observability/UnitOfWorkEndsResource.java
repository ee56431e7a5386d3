package io.quarkiverse.binds.test.observability;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

import jakarta.inject.Inject;
import jakarta.persistence.OptimisticLockException;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;

import io.quarkiverse.binds.Databases;
import io.quarkiverse.binds.Db;
import io.quarkiverse.binds.UnitOfWorkOptions;

/** Units of work with every kind of end. */
@Path("/ends")
public class UnitOfWorkEndsResource {

    @Inject
    Db db;

    @Inject
    Databases databases;

    @Inject
    UnitOfWorkEnds ends;

    @GET
    public List<String> texts() {
        return ends.texts();
    }

    @DELETE
    public void clear() {
        ends.clear();
    }

    /** Runs units of work within this request, whose own one uses no database. */
    @POST
    @Path("{kind}")
    public String run(@PathParam("kind") String kind) {
        try {
            switch (kind) {
                case "committed" -> db.run(() -> {
                    db.add(author(), item());
                    db.commit();
                });
                case "read" -> db.run(() -> db.query(Item.class, "").getResultList());
                case "unused" -> db.run(() -> {
                });
                case "uncommitted" -> db.run(() -> {
                    db.add(item());
                    db.flush();
                });
                case "rolled-back" -> db.run(() -> {
                    db.add(item());
                    db.flush();
                    db.rollback();
                });
                case "failed" -> db.run(() -> {
                    db.add(author());
                    db.commit();
                    db.query(Item.class, "").getResultList();
                    throw new IllegalArgumentException("of the test");
                });
                case "retried" -> retried();
                case "unknown" -> db.run(() -> {
                    db.add(item());
                    db.flush();
                    long id = db.bind("stock").sql("select connection_id()").one(Long.class);
                    db.run(() -> db.bind("stock").sql("kill " + id).update());
                    db.commit();
                });
                case "tenant" -> databases.run("ends", () -> {
                    db.add(new Todo());
                    db.commit();
                });
                default -> throw new IllegalArgumentException(kind);
            }
            return "done";
        } catch (RuntimeException e) {
            return e.getClass().getSimpleName();
        }
    }

    private void retried() {
        AtomicInteger tries = new AtomicInteger();
        db.run(UnitOfWorkOptions.defaults().retries(1).commitOnSuccess(), () -> {
            db.add(item());
            db.flush();
            if (tries.incrementAndGet() == 1) {
                throw new OptimisticLockException("of the test");
            }
        });
    }

    /** The unit of work of the request fails. */
    @POST
    @Path("request")
    public void request() {
        db.add(item());
        db.flush();
        throw new IllegalArgumentException("of the test");
    }

    private static Author author() {
        Author author = new Author();
        author.name = "Ada";
        return author;
    }

    private static Item item() {
        Item item = new Item();
        item.name = "lamp";
        return item;
    }
}
