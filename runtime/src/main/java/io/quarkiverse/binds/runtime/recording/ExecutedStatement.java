package io.quarkiverse.binds.runtime.recording;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

import io.quarkiverse.binds.RecordedQuery;

/** A statement that was executed, whose rows may still be read. Rows are counted by the thread of its connection. */
final class ExecutedStatement {

    private static final int UNKNOWN = -1;

    private final String bind;
    private final String database;
    private final String sql;
    private final List<Object> parameters;
    private final int batchSize;
    private final Instant start;
    private final long nanos;
    private final CallerLocator callers;
    /** The stack of the caller until its line is looked up; null if it is not kept. */
    private CallerLocator.Stack stack;
    private String location;
    private final String failure;
    /** Written by one thread at a time. */
    private volatile long rows = UNKNOWN;

    ExecutedStatement(String bind, String database, String sql, List<Object> parameters, int batchSize, Instant start,
            long nanos, CallerLocator callers, CallerLocator.Stack stack, String failure) {
        this.bind = bind;
        this.database = database;
        this.sql = sql;
        this.parameters = parameters;
        this.batchSize = batchSize;
        this.start = start;
        this.nanos = nanos;
        this.callers = callers;
        this.stack = stack;
        this.failure = failure;
    }

    /** Records the number of changed rows; a negative one is none. */
    void changed(long count) {
        if (count >= 0) {
            rows = count;
        }
    }

    /** Records that results are there, of which no row was read yet. */
    void reading() {
        rows = Math.max(rows, 0);
    }

    void readRow() {
        rows++;
    }

    RecordedQuery toQuery() {
        return new RecordedQuery(sql, parameters, start, start.plusNanos(nanos), Duration.ofNanos(nanos), rows, batchSize,
                bind, database, location(), failure);
    }

    /** Looks up the line of the caller although its stack is not kept. Called by the thread that executes the statement. */
    synchronized void locateCaller() {
        if (location == null) {
            location = callers.locate(stack == null ? new CallerLocator.Stack() : stack);
            stack = null;
        }
    }

    private synchronized String location() {
        if (stack != null) {
            locateCaller();
        }
        return location == null ? RecordedQuery.UNKNOWN : location;
    }
}
