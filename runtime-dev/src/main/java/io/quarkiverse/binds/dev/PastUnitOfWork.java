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

    /** More than a request selects on purpose, and as few as a developer has in a database to try with. */
    private static final int REPEATED = 5;

    /** The number of all statements that were recorded, whether they are kept or not. */
    long numberOfQueries() {
        return queries.size() + notKept;
    }

    /** How often each query was sent, for those that a loop has probably sent. */
    Map<String, Integer> repeated() {
        Map<String, Integer> times = new LinkedHashMap<>();
        queries.stream().filter(query -> query.statement().stripLeading().regionMatches(true, 0, "select", 0, 6))
                .forEach(query -> times.merge(query.statement(), 1, Integer::sum));
        times.values().removeIf(number -> number < REPEATED);
        return times;
    }
}
