package io.quarkiverse.binds.runtime.recording;

import java.util.List;

/** Receives the executions of statements. */
interface Executions {

    /** Whether the parameters of a statement are kept. */
    boolean keepsParameters(QueryLog log);

    /**
     * Records an execution.
     *
     * @param log of the unit of work; null if there is none
     * @param nanos how long it took
     * @return the entry, whose rows will be counted; null if none is kept
     */
    ExecutedStatement executed(QueryLog log, String sql, List<Object> parameters, int batchSize, long nanos, Throwable failure);
}
