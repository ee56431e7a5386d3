package io.quarkiverse.binds.dev;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.quarkiverse.binds.runtime.session.UnitOfWorkListener.End;

/**
 * A unit of work that has ended.
 *
 * @param notKept number of queries that are not in the list, which is bounded
 */
record PastUnitOfWork(long id, End end, List<RecordedQuery> queries, long notKept) {

    /** Loading the rows of a list one by one begins to be slower than a join with the third row or so. */
    private static final int REPEATED = 3;

    /** The number of all statements that were recorded, whether they are kept or not. */
    long numberOfQueries() {
        return queries.size() + notKept;
    }

    /** How often each statement was sent, for those that a loop has probably sent. */
    Map<String, Integer> repeated() {
        Map<String, Integer> times = new LinkedHashMap<>();
        queries.forEach(query -> times.merge(query.statement(), 1, Integer::sum));
        times.values().removeIf(number -> number < REPEATED);
        return times;
    }
}
