/**
 * Compares two states of a schema.
 * <p>
 * In: the state that a database has and the one that it shall have. Out: the changes from the first to the second, none if both
 * are equal. Entry: {@code SchemaComparison}.
 */
package io.quarkiverse.binds.runtime.migration.comparison;
