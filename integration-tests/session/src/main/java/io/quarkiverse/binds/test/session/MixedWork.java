package io.quarkiverse.binds.test.session;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.core.Response;

import io.quarkiverse.binds.CommitPolicy;
import io.quarkiverse.binds.Db;
import io.quarkiverse.binds.UnitOfWork;
import io.smallrye.mutiny.Uni;

/** Work of the mixed requests in units of work declared by annotation. */
@ApplicationScoped
public class MixedWork {

    private static final long LONGEST_WAIT = Duration.ofSeconds(30).toNanos();
    private static final long LOOK_AGAIN = Duration.ofMillis(1).toNanos();

    @Inject
    Db db;

    /** Flushes rows of both databases without a commit. */
    void flushed(String name) {
        db.add(new Note(name), new Entry(name));
        db.flush();
    }

    @Transactional
    void transactional(String name, boolean fails) throws IOException {
        flushed(name);
        if (fails) {
            throw new IOException(name);
        }
    }

    @UnitOfWork(commit = CommitPolicy.ON_SUCCESS)
    Response onSuccess(String name, int status) {
        flushed(name);
        return Response.status(status).entity(name).build();
    }

    @UnitOfWork(commit = CommitPolicy.ON_SUCCESS)
    CompletionStage<String> onSuccess(String name, CompletionStage<String> end) {
        flushed(name);
        return end;
    }

    @UnitOfWork(commit = CommitPolicy.ON_SUCCESS)
    Uni<String> onSuccess(String name, Uni<String> end) {
        flushed(name);
        return end;
    }

    static void await(BooleanSupplier condition) {
        long deadline = System.nanoTime() + LONGEST_WAIT;
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > deadline) {
                throw new IllegalStateException("What was waited for has not happened");
            }
            LockSupport.parkNanos(LOOK_AGAIN);
        }
    }
}
