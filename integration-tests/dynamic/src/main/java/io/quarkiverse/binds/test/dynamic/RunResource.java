package io.quarkiverse.binds.test.dynamic;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicInteger;

import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;

import io.quarkiverse.binds.Databases;
import io.quarkiverse.binds.Db;
import io.quarkiverse.binds.Isolation;
import io.quarkiverse.binds.UnitOfWorkOptions;

/** Units of work on a tenant given by program instead of a header. */
@Path("run/{key}")
public class RunResource {

    private static final UnitOfWorkOptions COMMIT = UnitOfWorkOptions.defaults().commitOnSuccess();

    @Inject
    Databases databases;

    @Inject
    Db db;

    @PathParam("key")
    String key;

    private Databases tenants() {
        return databases.of("tenants");
    }

    @POST
    public void add(@QueryParam("text") String text) {
        tenants().run(key, COMMIT, () -> new Note(text).persist());
    }

    @GET
    @Path("{id}")
    public String get(@PathParam("id") long id) {
        return tenants().call(key, () -> db.getOr404(Note.class, id, "No such note")).text;
    }

    @GET
    @Path("isolation")
    public String isolation() {
        return tenants().call(key, UnitOfWorkOptions.defaults().isolation(Isolation.SERIALIZABLE), this::level) + " "
                + tenants().call(key, this::level);
    }

    private String level() {
        // MariaDB names the variable tx_isolation
        return db.bind("tenants").sql("show variables where variable_name in ('transaction_isolation', 'tx_isolation')")
                .maps().get(0).get("Value").toString();
    }

    /** G10: fails after a write without a commit. */
    @POST
    @Path("failing")
    public void failing(@QueryParam("text") String text) throws Failure {
        tenants().run(key, COMMIT, () -> {
            new Note(text).persistAndFlush();
            throw new Failure("no " + text);
        });
    }

    /** Meets a concurrent change in its first run. */
    @POST
    @Path("retried")
    public int retried(@QueryParam("text") String text) throws InterruptedException {
        AtomicInteger runs = new AtomicInteger();
        add(text);
        tenants().run(key, COMMIT.retries(2), () -> {
            Note note = Note.find("text", text).singleResult();
            if (runs.incrementAndGet() == 1) {
                // on another thread: within this unit of work the commit would rule out a retry
                Thread other = new Thread(() -> tenants().run(key, COMMIT,
                        () -> Note.<Note> find("text", text).singleResult().amount += 10));
                other.start();
                other.join();
            }
            note.amount++;
        });
        return runs.get();
    }

    /** Nests units of work of two tenants in that of the request. */
    @POST
    @Path("within/{outer}")
    public void nested(@PathParam("outer") String outer, @QueryParam("text") String text) {
        new Note("request-" + text).persist();
        tenants().run(outer, COMMIT, () -> {
            new Note("outer-" + text).persist();
            tenants().run(key, COMMIT, () -> new Note("inner-" + text).persist());
            new Note("outer-again-" + text).persist();
        });
        new Note("request-again-" + text).persist();
        db.commit();
    }

    /** Runs on a thread without a request. */
    @POST
    @Path("thread")
    public void onThread(@QueryParam("text") String text) throws InterruptedException, ExecutionException {
        CompletableFuture<Void> done = new CompletableFuture<>();
        new Thread(() -> {
            try {
                add(text);
                done.complete(null);
            } catch (RuntimeException e) {
                done.completeExceptionally(e);
            }
        }).start();
        done.get();
    }
}
