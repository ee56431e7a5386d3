package io.quarkiverse.binds.runtime.selection;

/**
 * Values read from the rows of a query when its selection was bounded.
 *
 * @param bound largest value of the attribute that bounds the rows; null if there were none
 * @param rows number of rows of the query, without regard to ids left out or added
 */
record Snapshot(Object bound, long rows) {
}
