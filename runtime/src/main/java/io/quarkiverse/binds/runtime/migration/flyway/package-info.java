/**
 * Applies and reverts the scripts of migrations by Flyway. Only this package uses classes of Flyway, which an application may
 * lack.
 * <p>
 * In: names of binds, and scripts from the class path and a directory. Out: changed databases and Flyway's history tables.
 * Entry: {@link io.quarkiverse.binds.runtime.migration.flyway.ScriptRunner}, a bean with one implementation for applications
 * with Flyway and one for the others.
 * <p>
 * Invariants: the history never says that a script is applied of which a statement is missing; after an interruption either
 * the next upgrade goes on with the first statement that is missing, or it changes nothing and says what to do.
 */
package io.quarkiverse.binds.runtime.migration.flyway;
