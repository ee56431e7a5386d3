package io.quarkiverse.binds.dev;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.quarkiverse.binds.RecordedQuery;
import io.quarkiverse.binds.runtime.session.UnitOfWorkListener.End;

/** A unit of work that has ended. Thread-safe. */
final class PastUnitOfWork {

    /** More than a request selects on purpose, and as few as a developer has in a database to try with. */
    private static final int REPEATED = 5;

    private final long id;
    private final End end;
    private List<RecordedQuery> queries;

    PastUnitOfWork(long id, End end) {
        this.id = id;
        this.end = end;
    }

    long id() {
        return id;
    }

    End end() {
        return end;
    }

    /** The statements, with their callers, which are looked up when a page asks for the first time, not in the request. */
    synchronized List<RecordedQuery> queries() {
        if (queries == null) {
            queries = end.queries().get();
        }
        return queries;
    }

    /** The number of all statements that were recorded, whether they are kept or not. */
    long numberOfQueries() {
        return queries().size() + end.queriesNotKept();
    }

    /** How often each query was sent, for those that a loop has probably sent. */
    Map<String, Integer> repeated() {
        Map<String, Integer> times = new LinkedHashMap<>();
        queries().stream().map(RecordedQuery::statement)
                .filter(sql -> sql.stripLeading().regionMatches(true, 0, "select", 0, 6))
                .forEach(sql -> times.merge(sql, 1, Integer::sum));
        times.values().removeIf(number -> number < REPEATED);
        return times;
    }
}
