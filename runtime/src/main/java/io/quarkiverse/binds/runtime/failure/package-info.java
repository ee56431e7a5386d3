/**
 * The meaning of exceptions of databases.
 * <p>
 * In: an exception. Out: a {@link io.quarkiverse.binds.runtime.failure.Failure}: lost connection, deadlock, unknown outcome,
 * and so on. To retry after another error code, add a line there.
 * <p>
 * Invariant: SQLState and vendor code decide; the text decides only where a server has one code for several failures.
 */
package io.quarkiverse.binds.runtime.failure;
