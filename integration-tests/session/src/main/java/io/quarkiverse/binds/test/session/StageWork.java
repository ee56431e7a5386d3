package io.quarkiverse.binds.test.session;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import io.quarkiverse.binds.CommitPolicy;
import io.quarkiverse.binds.Db;
import io.quarkiverse.binds.UnitOfWork;
import io.smallrye.mutiny.Uni;

/** Units of work that end with a stage. */
@ApplicationScoped
@UnitOfWork(commit = CommitPolicy.ON_SUCCESS)
public class StageWork {

    @Inject
    Db db;

    public CompletionStage<String> stage(String name, CompletableFuture<String> released) {
        db.add(new Note(name));
        return released;
    }

    public Uni<String> uni(String name, CompletableFuture<String> released) {
        db.add(new Note(name));
        return Uni.createFrom().completionStage(released);
    }
}
