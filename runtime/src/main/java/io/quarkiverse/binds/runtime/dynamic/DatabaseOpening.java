package io.quarkiverse.binds.runtime.dynamic;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import io.quarkiverse.binds.runtime.config.BindNames;
import io.quarkiverse.binds.runtime.dynamic.pool.DatabasePool;
import io.quarkiverse.binds.runtime.failure.NoConnectionException;

/** The opening of one database by one thread, whose result other threads wait for. Thread-safe. */
final class DatabaseOpening {

    private final DatabaseOpenings openings;
    private final String bind;
    private final String key;
    private final CompletableFuture<DatabasePool> result = new CompletableFuture<>();
    private final OpeningThread thread = OpeningThread.current();
    private volatile DatabasePool unfinished;
    private volatile boolean closed;
    private boolean givenUp;

    DatabaseOpening(DatabaseOpenings openings, String bind, String key) {
        this.openings = openings;
        this.bind = bind;
        this.key = key;
    }

    /**
     * Begins the opening: until {@link #end}, databases used by this thread are used by a source or an initializer of the
     * opening.
     */
    void begin() {
        thread.push(this);
    }

    boolean isOf(DatabaseOpenings otherOpenings, String otherKey) {
        return openings == otherOpenings && key.equals(otherKey);
    }

    OpeningThread thread() {
        return thread;
    }

    /**
     * Records a close of the key by the application: waiting threads open the database themselves, and the result must not be
     * kept.
     */
    void close() {
        closed = true;
        result.complete(null);
    }

    /** Whether the application has closed the key since the opening began. */
    boolean isClosed() {
        return closed;
    }

    /** Makes the waiting threads open the database themselves after {@link #end}. */
    void giveUp() {
        givenUp = true;
    }

    /**
     * @param pool null if the waiting threads have to open the database themselves
     * @param failure null if there is none
     */
    void end(DatabasePool pool, Throwable failure) {
        thread.remove(this);
        if (failure == null || givenUp) {
            result.complete(pool);
        } else {
            result.completeExceptionally(failure);
        }
    }

    /**
     * Waits for the opening by another thread.
     *
     * @return null if there is no result, and the calling thread has to open the database itself
     */
    DatabasePool await(long nanos) throws InterruptedException, ExecutionException, TimeoutException {
        OpeningThread.current().beginWait(this);
        try {
            return result.get(nanos, TimeUnit.NANOSECONDS);
        } finally {
            OpeningThread.current().endWait();
        }
    }

    void unfinished(DatabasePool pool) {
        unfinished = pool;
    }

    /**
     * The pool with which an initializer, in the thread of the opening, brings the database up to date.
     *
     * @throws IllegalStateException if the address of the database is not known yet
     * @throws NoConnectionException if the key was closed meanwhile, and may have another database by now
     */
    DatabasePool unfinished() throws NoConnectionException {
        if (closed) {
            throw new NoConnectionException(bind, display() + " was closed while it was being opened, so that its"
                    + " DatabaseInitializer cannot go on");
        }
        DatabasePool pool = unfinished;
        if (pool == null) {
            throw new IllegalStateException(display() + " is used by the DatabaseSource that finds its address, directly or"
                    + " through a method that it calls: read the address from another bind, for example with db.call(...),"
                    + " or from another key");
        }
        return pool;
    }

    /** The name in messages: {@code Database 'acme' of bind 'tenants'}. */
    String display() {
        return "Database '" + key + "' of " + BindNames.display(bind);
    }
}
