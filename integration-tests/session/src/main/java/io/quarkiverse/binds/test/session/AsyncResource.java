package io.quarkiverse.binds.test.session;

import java.io.OutputStreamWriter;
import java.io.Writer;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.stream.IntStream;

import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.container.AsyncResponse;
import jakarta.ws.rs.container.Suspended;
import jakarta.ws.rs.core.StreamingOutput;

import org.eclipse.microprofile.context.ManagedExecutor;

import io.quarkiverse.binds.Db;
import io.smallrye.common.annotation.Blocking;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;

/** Methods that return before their answer is complete. */
@Path("later")
public class AsyncResource {

    @Inject
    Db db;

    @Inject
    StageWork later;

    @Inject
    ManagedExecutor executor;

    @POST
    @Path("stage/{name}")
    @Blocking
    public CompletionStage<String> stage(@PathParam("name") String name) {
        db.add(new Note(name));
        db.commit();
        db.add(new Note(name + "-2"));
        db.flush();
        return executor.supplyAsync(() -> EntryPoints.outcome(() -> Note.count()));
    }

    @POST
    @Path("uni/{name}")
    @Blocking
    public Uni<String> uni(@PathParam("name") String name) {
        db.add(new Note(name));
        db.flush();
        return Uni.createFrom().completionStage(CompletableFuture.supplyAsync(() -> "x"))
                .emitOn(executor).onItem().transform(x -> EntryPoints.outcome(() -> Note.count()));
    }

    @POST
    @Path("suspended/{name}")
    public void suspended(@PathParam("name") String name, @Suspended AsyncResponse response) {
        db.add(new Note(name));
        db.flush();
        executor.submit(() -> response.resume(EntryPoints.outcome(() -> Note.count())));
    }

    /** Streams rows that it reads from the database while it writes the response. */
    @GET
    @Path("stream/{count}")
    public StreamingOutput stream(@PathParam("count") int count) {
        db.get(Note.class, 1L);
        return output -> {
            Writer writer = new OutputStreamWriter(output);
            for (int i = 0; i < count; i++) {
                writer.write(db.bind("<default>").sql("select ? + 0", i).one(Long.class) + "\n");
                writer.flush();
            }
        };
    }

    @GET
    @Path("multi/{count}")
    @Blocking
    public Multi<String> multi(@PathParam("count") int count) {
        db.get(Note.class, 1L);
        return Multi.createFrom().items(IntStream.range(0, count).mapToObj(i -> i + "\n"));
    }

    /** Calls a bean method that begins a unit of work on another thread; the end of its stage ends the unit. */
    @POST
    @Path("annotated/{end}/{name}")
    public String annotated(@PathParam("end") String end, @PathParam("name") String name) throws Exception {
        CompletableFuture<String> released = new CompletableFuture<>();
        CompletableFuture<Object> whole = new CompletableFuture<>();
        EntryPoints.onThread(ThreadResource.named(), () -> end.equals("uni")
                ? later.uni(name, released).subscribe().with(whole::complete, whole::completeExceptionally)
                : later.stage(name, released).whenComplete((value, failure) -> {
                    if (failure == null) {
                        whole.complete(value);
                    } else {
                        whole.completeExceptionally(failure);
                    }
                }));
        if (end.equals("failed")) {
            released.completeExceptionally(new IllegalStateException("the stage failed"));
        } else {
            released.complete("released");
        }
        return EntryPoints.outcome(whole::get);
    }
}
