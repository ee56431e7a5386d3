package io.quarkiverse.binds;

/**
 * A difference between the entities and a database or a snapshot.
 *
 * @param table name of the table, or of the sequence
 * @param description such as {@code add column book.price decimal(10,2)}
 * @param losesData whether the statement deletes values or rows
 * @since 0.1
 */
public record MigrationChange(String table, String description, boolean losesData) {
}
