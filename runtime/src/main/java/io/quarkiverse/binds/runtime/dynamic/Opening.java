package io.quarkiverse.binds.runtime.dynamic;

import java.util.concurrent.CompletableFuture;

import io.quarkiverse.binds.runtime.pool.DatabasePool;

/** A database that one thread opens, and that others wait for. */
final class Opening extends CompletableFuture<DatabasePool> {

    private final Thread thread = Thread.currentThread();
    private volatile DatabasePool unfinished;
    private boolean givenUp;

    /** Who opens a database may use it, to bring it up to date. */
    boolean isByThisThread() {
        return thread == Thread.currentThread();
    }

    /** Those who wait are given nothing, and try themselves. */
    void giveUp() {
        givenUp = true;
    }

    /**
     * @param failure null if there is none
     */
    void end(DatabasePool pool, Throwable failure) {
        if (failure == null || givenUp) {
            complete(pool);
        } else {
            completeExceptionally(failure);
        }
    }

    void unfinished(DatabasePool pool) {
        unfinished = pool;
    }

    DatabasePool unfinished() {
        return unfinished;
    }
}
