package io.quarkiverse.binds.runtime.session;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;

import io.quarkiverse.binds.RecordedQuery;

/**
 * Told of each unit of work that has used a database, when it ends. All beans of this type are called; without any, units of
 * work record nothing. Transactions that belong to no unit of work, such as that of a {@code REQUIRES_NEW} method, are not
 * reported.
 * <p>
 * Implementations are thread-safe and quick, since the thread that has ended the unit of work calls them. An exception of
 * theirs is logged and changes nothing.
 */
public interface UnitOfWorkListener {

    /**
     * Called when an attempt begins its first transaction, which sends nothing: it is not certain that it will use a database.
     */
    default void begun() {
        // of interest to few
    }

    /**
     * Called after each commit. The end of the unit of work of a request comes after its response.
     *
     * @param binds those that the attempt has used so far
     */
    default void committed(List<UsedBind> binds) {
        // of interest to few
    }

    /** Called after the sessions are closed and the connections returned. */
    void ended(End end);

    /**
     * Whether changes that were not committed are of interest. To notice them, each statement is looked at, and each session
     * for changed entities, as it is in dev mode anyway. Asked once.
     */
    default boolean observesWrites() {
        return false;
    }

    /** How an attempt of a unit of work has ended. */
    enum Outcome {

        /** Its last transaction is committed. A failure after it changes nothing. */
        COMMITTED,

        /**
         * Its last transaction is rolled back: by an exception, a failed commit or {@code db.rollback()}. Earlier ones, or some
         * binds in a partial commit, may be committed; the binds show which.
         */
        ROLLED_BACK,

        /** It has failed, is rolled back and runs again, unless its thread is interrupted; the next attempt has its own end. */
        RETRIED,

        /** A connection was lost in a commit, so that its outcome is unknown. */
        UNKNOWN,

        /** It has ended without a failure, a commit or a rollback, as after reading only. */
        NOT_COMMITTED
    }

    /**
     * A bind that a transaction of the unit of work has used.
     *
     * @param database the key of the database in a dynamic bind; otherwise null
     * @param committed whether a commit in it has succeeded
     */
    record UsedBind(String bind, String database, boolean committed) {
    }

    /**
     * The end of one attempt of a unit of work: most have only one.
     *
     * @param name the name in messages, such as {@code GET /users/7} or {@code Jobs.nightly}. It is not bounded: that of a
     *        request has its path
     * @param begin the begin of its first transaction
     * @param duration the time from then to its end, with the return of its connections
     * @param binds in the order of their first use; empty if no statement was sent
     * @param uncommittedChanges whether it has ended without a failure with changes that were not committed; only known if
     *        writes are observed, by a listener or in dev mode
     * @param failure the class of the exception that has ended it or its commit; null if there is none
     * @param queries the statements in binds whose statements are recorded; their callers are looked up when it is called
     * @param queriesNotKept the number of statements beyond the maximum that is recorded
     */
    record End(String name, Instant begin, Duration duration, Outcome outcome, List<UsedBind> binds,
            boolean uncommittedChanges, Class<? extends Throwable> failure,
            Supplier<List<RecordedQuery>> queries, long queriesNotKept) {
    }
}
