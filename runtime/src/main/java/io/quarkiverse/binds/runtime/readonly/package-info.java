/**
 * Read-only units of work: statements that write are refused before they are sent.
 * <p>
 * In: connections that are handed out to a read-only unit of work. Out: the same connections, wrapped.
 * <p>
 * Entry: {@link io.quarkiverse.binds.runtime.readonly.CheckedConnection}; {@code StatementKind} classifies statements.
 * <p>
 * Invariant: no additional command per request.
 */
package io.quarkiverse.binds.runtime.readonly;
