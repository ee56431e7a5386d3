package io.quarkiverse.binds;

import java.time.Duration;
import java.util.Collection;
import java.util.function.Consumer;

/**
 * All rows of a query, for work on many rows without a list of their ids: "select all" over all pages. It consists of the
 * query, of ids that are left out or added, and of a bound: rows inserted after the bound was taken do not belong to it. Rows
 * are processed in chunks, in the order of their ids, each in a unit of work and a transaction of its own, so that memory is
 * bounded and locks are short.
 *
 * <pre>
 * String token = db.selection(Article.class, "title like ?1", start).token(); // sent to the client
 * db.openSelection(Article.class, token).without(ids).forEachChunk(500, chunk -&gt; ...); // sent back by the client
 * </pre>
 *
 * The bound and the number of rows are read together, by one statement, at the first call of {@link #count()}, {@link #token()}
 * or of a method that processes rows. The rows are those that match the query at the time when their chunk is read: a row that
 * was changed meanwhile so that it no longer matches, or deleted, is not processed.
 * <p>
 * Made by {@link Db#selection(Class, String, Object...)} and {@link Db#openSelection}. Immutable and thread-safe; it can be
 * used within units of work and outside.
 *
 * @param <T> the type of the entity
 * @since 0.1
 */
public interface Selection<T> {

    /** Number of rows that {@link #update} and {@link #delete()} change in one transaction. */
    int ROWS_PER_STATEMENT = 1000;

    /** Largest number of rows of a chunk, and of ids that are left out or added. */
    int MAX_ROWS = 10_000;

    /**
     * Leaves out rows. Ids that are not in the selection have no effect.
     *
     * @param ids the ids: whole numbers, texts or UUIDs
     * @return a copy of this selection without these rows
     * @throws IllegalArgumentException if an id is null or of another type, or there are more than {@value #MAX_ROWS} ids
     * @throws IllegalStateException after {@link #resumeAt}, whose cursor belongs to the ids before
     */
    Selection<T> without(Collection<?> ids);

    /**
     * Leaves out rows; see {@link #without(Collection)}.
     *
     * @param ids the ids: whole numbers, texts or UUIDs
     * @return a copy of this selection without these rows
     */
    Selection<T> without(Object... ids);

    /**
     * Adds rows, whether or not they match the query. Each is processed once, after all rows of the query. The ids are not
     * checked against the query: if they come from a client, check that it may see these rows.
     *
     * @param ids the ids: whole numbers, texts or UUIDs
     * @return a copy of this selection with these rows
     * @throws IllegalArgumentException if an id is null or of another type, or there are more than {@value #MAX_ROWS} ids
     * @throws IllegalStateException after {@link #resumeAt}, whose cursor belongs to the ids before
     */
    Selection<T> with(Collection<?> ids);

    /**
     * Adds rows; see {@link #with(Collection)}.
     *
     * @param ids the ids: whole numbers, texts or UUIDs
     * @return a copy of this selection with these rows
     */
    Selection<T> with(Object... ids);

    /**
     * Bounds the rows by an attribute other than the id: a time of creation, or a number that increases with each row. The
     * attribute must not be null. Required where ids do not increase, such as UUIDs. Rows that are inserted later with the same
     * value as the last row of the selection belong to it, so the attribute should be as fine as the database allows.
     *
     * @param attribute such as {@code "created"}, checked when the bound is read; the name of the id for ids that the
     *        application assigns in increasing order
     * @return a copy of this selection with that bound
     * @throws IllegalStateException if the bound has been read
     */
    Selection<T> boundBy(String attribute);

    /**
     * Sets the options of the unit of work of each chunk, such as its retries; its commit is always at its successful end.
     *
     * @param options the options; {@link Reads#DEFAULT} means {@link Reads#TRANSACTION} here
     * @return a copy of this selection with these options
     * @throws IllegalArgumentException if the options have the policy {@link CommitPolicy#EXPLICIT}
     */
    Selection<T> options(UnitOfWorkOptions options);

    /**
     * Calls a listener after the commit of each chunk, on the thread that processes the chunks.
     *
     * @param listener replaces an earlier listener; its exception ends the processing as a {@link SelectionFailedException}
     * @return a copy of this selection with that listener
     */
    Selection<T> onProgress(Consumer<SelectionProgress> listener);

    /**
     * Goes on after the rows that were processed before.
     *
     * @param cursor {@link SelectionChunk#cursor()}, {@link SelectionProgress#cursor()} or
     *        {@link SelectionFailedException#cursor()}
     * @return a copy of this selection that begins there
     * @throws InvalidTokenException if it is a cursor of another selection: of another query, bound, or set of ids
     */
    Selection<T> resumeAt(String cursor);

    /**
     * Makes a token for {@link Db#openSelection}, which expires after {@code quarkus.binds.pagination.selection-ttl}, by
     * default 1 hour. It holds the selection, encrypted, but neither options nor position.
     *
     * @return the token, of characters that a URL may contain
     * @throws IllegalStateException if the token would be longer than 8192 characters, as with some thousand ids
     */
    String token();

    /**
     * Makes a token like {@link #token()} that expires after another time.
     *
     * @param ttl the time, more than zero
     * @return the token
     * @throws IllegalArgumentException if the time is not more than zero
     */
    String token(Duration ttl);

    /**
     * {@return the number of rows when the bound was taken, or when the token was made} Sends no statement for a selection of a
     * token, unless ids were left out or added since.
     */
    long count();

    /**
     * Processes the rows in chunks, each in a unit of work of its own that is committed when the work returns.
     *
     * @param size the largest number of rows of a chunk, from 1 to {@value #MAX_ROWS}
     * @param work called for each chunk that has rows
     * @return the number of rows processed by this call
     * @throws SelectionFailedException if a chunk fails, which is rolled back; those before it are committed
     * @throws IllegalStateException if the work of this thread is known to have uncommitted changes
     * @throws IllegalArgumentException if the size is out of its range
     */
    long forEachChunk(int size, Work<T> work);

    /**
     * Changes the rows with an update query for each {@value #ROWS_PER_STATEMENT} rows, each in a transaction of its own.
     * Entities are not loaded and their listeners not called; an attribute with {@code @Version} is incremented.
     *
     * @param set the set clause of an HQL update, such as {@code "set archived = true, reason = ?1"}
     * @param parameters the values of {@code ?1}, {@code ?2} and so on
     * @return the number of rows changed by this call
     * @throws SelectionFailedException as in {@link #forEachChunk}
     */
    long update(String set, Object... parameters);

    /**
     * Deletes the rows with a delete query for each {@value #ROWS_PER_STATEMENT} rows, each in a transaction of its own.
     * Entities are not loaded, their listeners not called, and deletes not cascaded, except to collections of values.
     *
     * @return the number of rows deleted by this call
     * @throws SelectionFailedException as in {@link #forEachChunk}
     */
    long delete();

    /**
     * Work on the rows of a chunk, within its unit of work.
     *
     * @param <T> the type of the entity
     * @since 0.1
     */
    @FunctionalInterface
    interface Work<T> {

        /**
         * Processes the rows. With retries it can be called more than once for a chunk; the changes of one call are committed.
         *
         * @param chunk the rows, and the position after them
         * @throws Exception if the chunk fails: it is rolled back, and the exception becomes the cause of a
         *         {@link SelectionFailedException}
         */
        void process(SelectionChunk<T> chunk) throws Exception;
    }
}
