package io.quarkiverse.binds.runtime.catalog;

/**
 * The earlier name of a table or column of the entities.
 *
 * @param table the name that the table has now
 * @param column the name that the column has now; null if the table itself had another name
 * @param from the earlier name
 */
public record Rename(String table, String column, String from) {
}
