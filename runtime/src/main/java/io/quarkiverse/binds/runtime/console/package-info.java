/**
 * Queries in the console of dev mode: {@code db entities} and {@code db query "from Todo"}.
 * <p>
 * In: the words and options of the console. Out: text, tables of rows with bounded size. Entry:
 * {@link io.quarkiverse.binds.runtime.console.ConsoleRecorder}.
 * <p>
 * Invariant: a query runs in a read-only unit of work of its own, so it can neither change rows nor see uncommitted ones.
 */
package io.quarkiverse.binds.runtime.console;
