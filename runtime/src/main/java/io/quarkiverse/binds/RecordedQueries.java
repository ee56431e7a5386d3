package io.quarkiverse.binds;

import java.util.List;

/**
 * The statements of the current unit of work, in the binds with {@code quarkus.binds.record-queries=true}; the equivalent of
 * {@code get_recorded_queries()} of Flask-SQLAlchemy. A bean to inject.
 * <p>
 * The list begins empty with each unit of work, and so with each request and with each further attempt of a unit of work that
 * is run again. Statements of transactions within the unit of work are included, such as those of a {@code REQUIRES_NEW}
 * method; a separate unit of work, such as that of {@code db.run(...)}, has its own list. At most
 * {@code quarkus.binds.queries.max-recorded} statements are kept.
 * <p>
 * To be used by the thread of the unit of work, as {@link Db}.
 *
 * @since 0.1
 */
public interface RecordedQueries {

    /**
     * {@return the statements so far, in the order of their execution; an unmodifiable copy} Empty if no statement was sent, or
     * if statements are not recorded.
     *
     * @throws NoUnitOfWorkException if there is no unit of work on this thread
     */
    List<RecordedQuery> list();

    /**
     * {@return the number of statements that were sent after the maximum was reached, so that {@link #list()} lacks them}
     *
     * @throws NoUnitOfWorkException if there is no unit of work on this thread
     */
    long notKept();
}
