package io.quarkiverse.binds.runtime.pagination;

import java.util.List;

/** Results of one query, to be read by page. */
interface PageSource<T> {

    /**
     * Reads one page, with one statement, or with two where the query fetches collections.
     *
     * @param first number of results to leave out
     * @param max number of results at most
     */
    List<T> read(int first, int max);

    /** Counts all results, with one statement. */
    long count();
}
