/**
 * Pages of query results by keyset: a page begins after the sort values of a row, instead of after a number of rows.
 * <p>
 * In: a query of entities and {@link io.quarkiverse.binds.PageParams}. Out: a {@link io.quarkiverse.binds.CursorPagination}.
 * Entry: {@link io.quarkiverse.binds.runtime.keyset.CursorPaginator} checks the parameters; {@code KeysetQuery} reads the rows
 * with the sort values of {@code KeysetOrder} and the restriction of {@code KeysetRestriction}; {@code Cursors} turns the
 * position of a row into a signed text and back.
 */
package io.quarkiverse.binds.runtime.keyset;
