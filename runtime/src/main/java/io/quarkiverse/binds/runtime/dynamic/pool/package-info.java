/**
 * The pools of databases on the fly: one for each open database of a bind, which share a limit on their connections.
 * <p>
 * In: the pool that Quarkus has configured for the bind, as a template, and the address of a database. Out: a pool for that
 * database.
 * <p>
 * Entry: {@link io.quarkiverse.binds.runtime.dynamic.pool.PoolTemplate} makes the pools,
 * {@link io.quarkiverse.binds.runtime.dynamic.pool.DatabasePool} can be closed while it is used, {@code ConnectionBudget} makes
 * another pool close an idle connection when the limit is reached.
 */
package io.quarkiverse.binds.runtime.dynamic.pool;
