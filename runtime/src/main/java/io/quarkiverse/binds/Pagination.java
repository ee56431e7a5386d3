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

    /** {@return the results of this page in the order of the query; not to be modified} */
    List<T> getItems();

    /** {@return the number of this page, from 1} */
    int getPage();

    /** {@return the number of results on a full page, from 1} */
    @JsonProperty("per_page")
    @JsonbProperty("per_page")
    int getPerPage();

    /** {@return the number of results on all pages; null if it was not counted, see {@link PageParams#count(boolean)}} */
    Long getTotal();

    /** {@return the number of pages; 0 if there are no results, or if they were not counted} */
    int getPages();

    /** {@return whether there is a page before this page} */
    @JsonProperty("has_prev")
    @JsonbProperty("has_prev")
    boolean getHasPrev();

    /** {@return the number of the page before this page; null for page 1} */
    @JsonProperty("prev_num")
    @JsonbProperty("prev_num")
    Integer getPrevNum();

    /** {@return whether there is a page after this page; false if the results were not counted} */
    @JsonProperty("has_next")
    @JsonbProperty("has_next")
    boolean getHasNext();

    /** {@return the number of the page after this page; null if there is none, or if the results were not counted} */
    @JsonProperty("next_num")
    @JsonbProperty("next_num")
    Integer getNextNum();

    /** {@return the number of the first result of this page among all, from 1; 0 if the page is empty} */
    long getFirst();

    /** {@return the number of the last result of this page among all, from 1; 0 if the page is empty} */
    long getLast();

    /**
     * Reads the page after this page, of the same size. The total is carried over and not counted again.
     *
     * @return the page; after the last page an empty page
     */
    Pagination<T> next();

    /**
     * Reads the page before this page, of the same size. The total is carried over and not counted again.
     *
     * @return the page; before page 1 page 1 again
     */
    Pagination<T> prev();

    /**
     * Copies this page with another form of each result, such as a record made of an entity. Nothing is read.
     *
     * @param <R> the type of the other form
     * @param mapping is applied once to each result of this page, and to those of the pages read from the copy
     * @return the copy
     */
    <R> Pagination<R> map(Function<? super T, ? extends R> mapping);

    /**
     * Makes page numbers for a row of links: {@link #iterPages(int, int, int, int) iterPages(2, 2, 4, 2)}.
     *
     * @return the numbers, with a null for each gap; empty if there are no results, or if they were not counted
     */
    default List<Integer> iterPages() {
        return iterPages(2, 2, 4, 2);
    }

    /**
     * Makes page numbers for a row of links. Of 15 pages, page 6 has {@code 1, 2, null, 4, 5, 6, 7, 8, 9, 10, null, 14, 15}
     * with the numbers 2, 2, 4 and 2.
     *
     * @param leftEdge number of pages at the left end
     * @param leftCurrent number of pages before the current page
     * @param rightCurrent number of pages after the current page
     * @param rightEdge number of pages at the right end
     * @return the numbers, with a null for each gap; empty if there are no results, or if they were not counted
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
