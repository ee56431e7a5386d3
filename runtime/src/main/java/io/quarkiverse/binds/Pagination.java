package io.quarkiverse.binds;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.LongStream;

import jakarta.json.bind.annotation.JsonbProperty;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;

/**
 * One page of the results of a query, and its place among the others; made by {@link Db#paginate}. A resource method can return
 * it: as JSON, by Jackson or JSON-B, it has the names of Flask-SQLAlchemy, and the response has the headers {@code Link} (RFC
 * 8288) and {@code X-Total-Count}.
 * <p>
 * The items are read when the page is made. {@link #next()} and {@link #prev()} read again, within the same unit of work. Not
 * thread-safe, as the entities in it.
 *
 * @param <T> the type of a result
 * @since 0.1
 */
@JsonPropertyOrder({ "items", "page", "per_page", "total", "pages", "has_prev", "prev_num", "has_next", "next_num", "first",
        "last" })
public interface Pagination<T> {

    /** Results of this page in the order of the query; not to be modified. */
    List<T> getItems();

    /** Number of this page, from 1. */
    int getPage();

    /** Number of results on a full page. */
    @JsonProperty("per_page")
    @JsonbProperty("per_page")
    int getPerPage();

    /** Number of results on all pages; null if it was not counted, see {@link PageParams#count(boolean)}. */
    Long getTotal();

    /** Number of pages; 0 if there are no results, or if they were not counted. */
    int getPages();

    /** Whether there is a page before this one. */
    @JsonProperty("has_prev")
    @JsonbProperty("has_prev")
    boolean getHasPrev();

    /** Number of the page before this one; null if there is none. */
    @JsonProperty("prev_num")
    @JsonbProperty("prev_num")
    Integer getPrevNum();

    /** Whether there is a page after this one; false if the results were not counted. */
    @JsonProperty("has_next")
    @JsonbProperty("has_next")
    boolean getHasNext();

    /** Number of the page after this one; null if there is none, or if the results were not counted. */
    @JsonProperty("next_num")
    @JsonbProperty("next_num")
    Integer getNextNum();

    /** Number of the first result of this page among all, from 1; 0 if the page is empty. */
    long getFirst();

    /** Number of the last result of this page among all, from 1; 0 if the page is empty. */
    long getLast();

    /**
     * The page after this one, with the same settings. The total is carried over and not counted again. After the last page
     * comes an empty one.
     */
    Pagination<T> next();

    /** The page before this one, with the same settings and the total carried over; before page 1 comes page 1 again. */
    Pagination<T> prev();

    /**
     * This page with another form of each result, such as a record made of an entity.
     *
     * @param mapping is applied once to each result of this page
     */
    <R> Pagination<R> map(Function<? super T, ? extends R> mapping);

    /** Page numbers for a row of links: {@link #iterPages(int, int, int, int) iterPages(2, 2, 4, 2)}. */
    default List<Integer> iterPages() {
        return iterPages(2, 2, 4, 2);
    }

    /**
     * Page numbers for a row of links, with a null for each gap. Of 15 pages, page 6 has
     * {@code 1, 2, null, 4, 5, 6, 7, 8, 9, 10, null, 14, 15}.
     *
     * @param leftEdge number of pages at the left end
     * @param leftCurrent number of pages before the current one
     * @param rightCurrent number of pages after the current one
     * @param rightEdge number of pages at the right end
     * @return empty if there are no results, or if they were not counted
     */
    default List<Integer> iterPages(int leftEdge, int leftCurrent, int rightCurrent, int rightEdge) {
        List<Integer> numbers = new ArrayList<>();
        long end = getPages() + 1L;
        long left = Math.min(1L + leftEdge, end);
        LongStream.range(1, left).forEach(number -> numbers.add((int) number));
        if (left == end) {
            return numbers;
        }
        long middle = Math.max(left, (long) getPage() - leftCurrent);
        long middleEnd = Math.min((long) getPage() + rightCurrent + 1, end);
        if (middle > left) {
            numbers.add(null);
        }
        LongStream.range(middle, middleEnd).forEach(number -> numbers.add((int) number));
        if (middleEnd == end) {
            return numbers;
        }
        long right = Math.max(middleEnd, end - rightEdge);
        if (right > middleEnd) {
            numbers.add(null);
        }
        LongStream.range(right, end).forEach(number -> numbers.add((int) number));
        return numbers;
    }
}
