package io.quarkiverse.binds;

import java.util.List;

/**
 * The statements of the current unit of work, in the binds with {@code quarkus.binds.record-queries=true}; the equivalent of
 * {@code get_recorded_queries()} of Flask-SQLAlchemy. A bean to inject.
 * <p>
 * Each unit of work begins with none, so each request does, and so does each further attempt of one that is run again.
 * Transactions that run within it, as of a {@code REQUIRES_NEW} method, count; a unit of work within it, as of
 * {@code db.run(...)}, has its own. At most {@code quarkus.binds.queries.max-recorded} are kept.
 * <p>
 * To be used by the thread of the unit of work, as {@link Db}.
 *
 * @since 0.1
 */
public interface RecordedQueries {

    /**
     * The statements so far, in the order of their execution; an unmodifiable copy.
     *
     * @return empty if no statement was sent, or if queries are not recorded
     * @throws NoUnitOfWorkException if there is no unit of work on this thread
     */
    List<RecordedQuery> list();

    /**
     * Number of statements that were sent after the maximum was reached, so that {@link #list()} lacks them.
     *
     * @throws NoUnitOfWorkException if there is no unit of work on this thread
     */
    long notKept();
}
