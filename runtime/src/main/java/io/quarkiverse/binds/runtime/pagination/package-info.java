/**
 * Pages of query results, by number.
 * <p>
 * In: a query and {@link io.quarkiverse.binds.PageParams}. Out: a {@link io.quarkiverse.binds.Pagination}. Entry:
 * {@link io.quarkiverse.binds.runtime.pagination.Paginator} checks the parameters; a {@code PageSource} reads the results and
 * counts them, {@code QueryPages} for queries of Hibernate and {@code PanachePages} for those of Panache. Queries that fetch
 * collections are read by {@code CollectionFetchPages}; {@code CollectionFetchQuery} passes them those that Panache creates.
 */
package io.quarkiverse.binds.runtime.pagination;
