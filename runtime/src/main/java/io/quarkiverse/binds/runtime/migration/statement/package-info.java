/**
 * Writes changes of a schema as SQL.
 * <p>
 * In: the changes that a comparison has found. Out: statements in an order in which they can be executed, with what they lose
 * and what may make them fail; descriptions of changes. Entry:
 * {@link io.quarkiverse.binds.runtime.migration.statement.Statements}.
 */
package io.quarkiverse.binds.runtime.migration.statement;
