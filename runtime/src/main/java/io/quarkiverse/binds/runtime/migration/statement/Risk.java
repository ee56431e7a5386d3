package io.quarkiverse.binds.runtime.migration.statement;

/**
 * A problem of a statement that depends on the rows.
 *
 * @param text what happens to which rows
 * @param query counts these rows in the state before the migration
 */
public record Risk(String text, String query) {
}
