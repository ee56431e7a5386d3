/**
 * The implementation of {@link io.quarkiverse.binds.Db}, and SQL with its rows.
 * <p>
 * In: calls of applications. Out: calls of the sessions of the unit of work. Entry: {@code DbBean}.
 */
package io.quarkiverse.binds.runtime.sql;
