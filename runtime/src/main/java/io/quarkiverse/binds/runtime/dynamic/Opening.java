package io.quarkiverse.binds.runtime.dynamic;

import java.util.concurrent.CompletableFuture;

import io.quarkiverse.binds.runtime.pool.DatabasePool;

/** A database that one thread opens, and that others wait for. */
final class Opening extends CompletableFuture<DatabasePool> {

    private final Thread thread = Thread.currentThread();
    private volatile DatabasePool unfinished;

    /** Who opens a database may use it, to bring it up to date. */
    boolean isByThisThread() {
        return thread == Thread.currentThread();
    }

    void unfinished(DatabasePool pool) {
        unfinished = pool;
    }

    DatabasePool unfinished() {
        return unfinished;
    }
}
