package io.quarkiverse.binds.test.session;

import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import jakarta.inject.Inject;
import jakarta.persistence.PersistenceException;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;

import io.quarkiverse.binds.CommitOutcomeUnknownException;
import io.quarkiverse.binds.Db;
import io.quarkiverse.binds.PartialCommitException;
import io.quarkiverse.binds.UnitOfWorkOptions;
import io.quarkiverse.binds.test.support.Gates;

/** Units of work whose connection is killed by the test while they wait at a gate. */
@Path("faults")
public class FaultResource {

    private static final Map<String, Integer> RUNS = new ConcurrentHashMap<>();

    @Inject
    Db db;

    private static int run(String name) {
        return RUNS.merge(name, 1, Integer::sum);
    }

    /** Reads before and after a gate. */
    @GET
    @Path("read/{name}")
    public String read(@PathParam("name") String name) {
        int run = run(name);
        db.query(Note.class, "name = ?1", name).getResultList();
        if (run == 1) {
            Gates.pass(name);
        }
        return "run " + run + ", rows " + db.query(Note.class, "name = ?1", name).getResultList().size();
    }

    /** Reads as a POST request, which may have effects beyond the database. */
    @POST
    @Path("read/{name}")
    public String readByPost(@PathParam("name") String name) {
        return read(name);
    }

    /** A13: reports the error, that the transaction is marked for rollback, and that the next unit of work succeeds. */
    @POST
    @Path("within/{name}")
    public String loseConnectionInTransaction(@PathParam("name") String name) {
        db.add(new Note(name));
        db.flush();
        Gates.pass(name);
        String lost = EntryPoints.outcome(() -> db.query(Note.class, "name = ?1", name).getResultList());
        String commit = EntryPoints.outcome(() -> {
            db.commit();
            return null;
        });
        db.add(new Note(name + "-2"));
        db.commit();
        return lost + " | " + commit;
    }

    @POST
    @Path("retried/{name}")
    public String retried(@PathParam("name") String name) {
        return db.call(UnitOfWorkOptions.defaults().retries(3).commitOnSuccess(), () -> {
            int run = run(name);
            db.add(new Note(name));
            db.flush();
            if (run == 1) {
                Gates.pass(name);
            }
            db.bind("<default>").sql("update note set amount = ? where name = ?", run, name).update();
            return "run " + run;
        });
    }

    /** Waits after the flush; the test kills the connection of one bind, whose loss shows during its commit. */
    @POST
    @Path("commit/{kind}/{name}")
    public String commit(@PathParam("kind") String kind, @PathParam("name") String name) {
        try {
            return db.call(UnitOfWorkOptions.defaults().retries(3).commitOnSuccess(), () -> work(kind, name));
        } catch (PartialCommitException e) {
            return "partial, committed " + e.committed() + " unknown " + e.unknown() + " rolled back " + e.rolledBack();
        } catch (CommitOutcomeUnknownException e) {
            return "unknown " + e.bind() + ", runs " + RUNS.get(name);
        }
    }

    @POST
    @Path("idempotent/{name}")
    public String idempotent(@PathParam("name") String name) {
        return db.call(UnitOfWorkOptions.defaults().retries(3).commitOnSuccess().asIdempotent(), () -> work("one", name));
    }

    private String work(String kind, String name) {
        int run = run(name);
        db.add(new Entry(name));
        if (kind.equals("two")) {
            db.add(new Note(name));
        }
        if (run == 1) {
            Gates.pass(name);
        }
        return "run " + run;
    }

    /** E6: two such requests with the names in opposite order deadlock. */
    @POST
    @Path("deadlock/{first}/{second}")
    public String deadlock(@PathParam("first") String first, @PathParam("second") String second) {
        return db.call(UnitOfWorkOptions.defaults().retries(5).commitOnSuccess(), () -> {
            int run = run(first + second);
            add(first);
            if (run == 1) {
                Gates.pass(first);
            }
            add(second);
            return "runs " + run;
        });
    }

    private void add(String name) {
        db.bind("<default>").sql("update note set amount = amount + 1 where name = ?", name).update();
    }

    /** Waits for a row lock that another client holds for longer than the lock wait timeout. */
    @POST
    @Path("lock/{name}")
    public String lock(@PathParam("name") String name) {
        try {
            return db.call(UnitOfWorkOptions.defaults().retries(1).commitOnSuccess(), () -> {
                int run = run(name);
                db.add(new Entry(name + "-" + run));
                db.flush();
                add(name);
                return "runs " + run;
            });
        } catch (PersistenceException e) {
            return e.getMessage() + " " + Arrays.toString(e.getSuppressed());
        }
    }

    /** Another transaction changes the row between its read and its update. */
    @POST
    @Path("optimistic/{name}")
    public String optimistic(@PathParam("name") String name) throws Exception {
        return db.call(UnitOfWorkOptions.defaults().retries(2).commitOnSuccess(), () -> {
            int run = run(name);
            Note note = db.query(Note.class, "name = ?1", name).getSingleResult();
            if (run == 1) {
                EntryPoints.onThread(ThreadResource.named(), () -> db.call(UnitOfWorkOptions.defaults().commitOnSuccess(),
                        () -> db.query(Note.class, "name = ?1", name).getSingleResult().amount += 10));
            }
            note.amount++;
            return "runs " + run;
        });
    }

    /** Violates a constraint: a retry cannot succeed. */
    @POST
    @Path("hopeless/{name}")
    public String violateConstraint(@PathParam("name") String name) {
        return EntryPoints.outcome(() -> db.call(UnitOfWorkOptions.defaults().retries(3), () -> {
            run(name);
            db.add(new Note(name), new Note(name));
            return null;
        })) + " runs " + RUNS.get(name);
    }
}
