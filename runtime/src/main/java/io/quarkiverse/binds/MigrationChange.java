package io.quarkiverse.binds;

/**
 * A difference between the entities and a database or a snapshot. Immutable.
 *
 * @param table name of the table, or of the sequence
 * @param description the change in words, such as {@code add column book.price decimal(10,2)}
 * @param losesData whether the statement of the change deletes values or rows
 * @since 0.1
 */
public record MigrationChange(String table, String description, boolean losesData) {
}
