package io.quarkiverse.binds;

import java.util.List;
import java.util.function.Function;

import jakarta.json.bind.annotation.JsonbProperty;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;

/**
 * One page of the results of a query, by cursor: it begins after a row, not after a number of rows. Made by
 * {@link Db#paginateByCursor}. A resource method can return it: Jackson or JSON-B writes it as JSON, and the response has the
 * header {@code Link} (RFC 8288).
 * <p>
 * A cursor is the sort values of a row, as a signed text: a client cannot change it, but can read the values in it. It is valid
 * for the same query with the same order and parameters, and in either direction.
 * <p>
 * The items are read when the page is made. {@link #next()} and {@link #prev()} read again, within the same unit of work. Not
 * thread-safe, as the entities in it.
 *
 * @param <T> the type of a result
 * @since 0.1
 */
@JsonPropertyOrder({ "items", "per_page", "has_prev", "prev", "has_next", "next" })
public interface CursorPagination<T> {

    /** {@return the results of this page in the order of the query; not to be modified} */
    List<T> getItems();

    /** {@return the number of results on a full page, from 1} */
    @JsonProperty("per_page")
    @JsonbProperty("per_page")
    int getPerPage();

    /**
     * {@return whether there is a page before this page} A page that was read with {@code after} has one: that of the cursor,
     * whose rows may have been deleted meanwhile.
     */
    @JsonProperty("has_prev")
    @JsonbProperty("has_prev")
    boolean getHasPrev();

    /** {@return the cursor for {@code before} that leads to the page before this page; null if there is none} */
    @JsonProperty("prev")
    @JsonbProperty("prev")
    String getPrevCursor();

    /**
     * {@return whether there is a page after this page} A page that was read with {@code before} has one: that of the cursor,
     * whose rows may have been deleted meanwhile.
     */
    @JsonProperty("has_next")
    @JsonbProperty("has_next")
    boolean getHasNext();

    /** {@return the cursor for {@code after} that leads to the page after this page; null if there is none} */
    @JsonProperty("next")
    @JsonbProperty("next")
    String getNextCursor();

    /**
     * Reads the page after this page, of the same size.
     *
     * @return the page; after the last page it is empty, or has the rows that were inserted since
     */
    CursorPagination<T> next();

    /**
     * Reads the page before this page, of the same size.
     *
     * @return the page; before the first page it is empty, or has the rows that were inserted since
     */
    CursorPagination<T> prev();

    /**
     * Copies this page with another form of each result, such as a record made of an entity. Nothing is read.
     *
     * @param <R> the type of the other form
     * @param mapping is applied once to each result of this page, and to those of the pages read from the copy
     * @return the copy
     */
    <R> CursorPagination<R> map(Function<? super T, ? extends R> mapping);
}
