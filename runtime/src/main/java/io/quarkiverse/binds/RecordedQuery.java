package io.quarkiverse.binds;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * A statement that a unit of work has sent, by whatever API; see {@link RecordedQueries}. Immutable.
 *
 * @param statement the SQL as sent, with its placeholders
 * @param parameters the values of the placeholders, in order, at most 100; those of the first execution in a batch. A value of
 *        a column that {@code quarkus.binds.queries.masked} names, or of an attribute with {@link Sensitive}, is
 *        {@value #MASKED}; long texts are shortened, and binary values and streams are only described
 * @param start the time at which the statement was sent
 * @param end the time at which the server had answered; rows may be read later
 * @param duration the time between start and end
 * @param rows the number of rows that were changed, or that were read so far; -1 if it is not known
 * @param batchSize the number of executions in a batch; otherwise 1
 * @param bind the name of the bind; {@link Bind#DEFAULT} for the default bind
 * @param database the key of the database in a dynamic bind; otherwise null
 * @param location the line of the application that caused it, as {@code Users.find(Users.java:27)}; {@value #UNKNOWN} if no
 *        class of the application is on the stack, or if lines are not kept: by default they are kept in dev mode and in tests
 *        only ({@code quarkus.binds.queries.callers})
 * @param failure the name of the class of the exception; null if the statement succeeded
 * @since 0.1
 */
public record RecordedQuery(String statement, List<Object> parameters, Instant start, Instant end, Duration duration, long rows,
        int batchSize, String bind, String database, String location, String failure) {

    /** Stands for the value of a masked parameter. */
    public static final String MASKED = "***";

    /** Location of a statement that no class of the application has caused. */
    public static final String UNKNOWN = "<unknown>";
}
