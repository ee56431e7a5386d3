package io.quarkiverse.binds.test.session;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;

import jakarta.inject.Inject;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.container.AsyncResponse;
import jakarta.ws.rs.container.Suspended;

import io.quarkiverse.binds.Db;
import io.quarkus.runtime.ExecutorRecorder;
import io.smallrye.common.annotation.Blocking;
import io.smallrye.mutiny.Uni;

/** Requests whose method returns before the response is complete, or that are never answered. */
@Path("mixed")
@Blocking
public class MixedAsyncResource {

    private static final long TIMEOUT_MILLIS = 20;

    @Inject
    Db db;

    @Inject
    MixedWork work;

    @POST
    @Path("timeout/{name}")
    public void timeout(@PathParam("name") String name, @Suspended AsyncResponse answer) {
        answer.setTimeout(TIMEOUT_MILLIS, TimeUnit.MILLISECONDS);
        work.flushed(name);
    }

    /** Is answered with a timeout while the method goes on and commits. */
    @POST
    @Path("timeout-at-work/{name}")
    public void timeoutAtWork(@PathParam("name") String name, @Suspended AsyncResponse answer) {
        answer.setTimeout(TIMEOUT_MILLIS, TimeUnit.MILLISECONDS);
        work.flushed(name);
        MixedWork.await(answer::isDone);
        db.commit();
        work.flushed(name + "-2");
    }

    @POST
    @Path("resume/{name}")
    public void resume(@PathParam("name") String name, @Suspended AsyncResponse answer) {
        work.flushed(name);
        db.commit();
        answer.resume(name);
        work.flushed(name + "-2");
    }

    /** Is answered by another thread, after that thread's own work. */
    @POST
    @Path("resume-elsewhere/{name}")
    public void resumeElsewhere(@PathParam("name") String name, @Suspended AsyncResponse answer) {
        work.flushed(name + "-2");
        ExecutorRecorder.getCurrent().execute(() -> {
            try {
                db.run(() -> {
                    work.flushed(name);
                    db.commit();
                });
                answer.resume(name);
            } catch (Throwable t) {
                answer.resume(t);
            }
        });
    }

    @POST
    @Path("never-resumed/{name}")
    public void neverResumed(@PathParam("name") String name, @Suspended AsyncResponse answer) {
        work.flushed(name);
    }

    @POST
    @Path("stage/{name}")
    public CompletionStage<String> stage(@PathParam("name") String name) {
        work.flushed(name);
        db.commit();
        work.flushed(name + "-2");
        return elsewhere(name);
    }

    @POST
    @Path("stage-fails/{name}")
    public CompletionStage<String> stageFails(@PathParam("name") String name) {
        work.flushed(name);
        return elsewhere(name).thenApply(n -> {
            throw new IllegalStateException(n);
        });
    }

    @POST
    @Path("stage-on-success/{name}")
    public CompletionStage<String> stageOnSuccess(@PathParam("name") String name) {
        return work.onSuccess(name, elsewhere(name));
    }

    @POST
    @Path("stage-never/{name}")
    public CompletionStage<String> stageNever(@PathParam("name") String name) {
        work.flushed(name);
        return new CompletableFuture<>();
    }

    @POST
    @Path("uni/{name}")
    public Uni<String> uni(@PathParam("name") String name) {
        work.flushed(name);
        db.commit();
        work.flushed(name + "-2");
        return Uni.createFrom().completionStage(() -> elsewhere(name));
    }

    @POST
    @Path("uni-conflict/{name}")
    public Uni<String> uniConflict(@PathParam("name") String name) {
        work.flushed(name);
        return Uni.createFrom().completionStage(() -> elsewhere(name))
                .onItem().transformToUni(n -> Uni.createFrom().failure(new MixedConflict(n)));
    }

    @POST
    @Path("uni-on-success/{name}")
    public Uni<String> uniOnSuccess(@PathParam("name") String name) {
        return work.onSuccess(name, Uni.createFrom().completionStage(() -> elsewhere(name)));
    }

    @POST
    @Path("uni-never/{name}")
    public Uni<String> uniNever(@PathParam("name") String name) {
        work.flushed(name);
        return Uni.createFrom().nothing();
    }

    private static CompletableFuture<String> elsewhere(String name) {
        return CompletableFuture.supplyAsync(() -> name, ExecutorRecorder.getCurrent());
    }
}
