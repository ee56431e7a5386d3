/**
 * Statements that read, told from those that write: read-only units of work, in which writes are refused before they are sent,
 * and units of work that read by statement, in which the first write begins the transaction.
 * <p>
 * In: connections that are handed out to such a unit of work. Out: the same connections, wrapped.
 * <p>
 * Entry: {@link io.quarkiverse.binds.runtime.readonly.CheckedConnection} and
 * {@link io.quarkiverse.binds.runtime.readonly.ReadConnection}; {@code StatementKind} names the kind of a write,
 * {@code PlainReads} knows the queries that need no transaction.
 * <p>
 * Invariants: no additional command per request; a statement that is not known to read counts as a write, and no write is sent
 * in autocommit mode.
 */
package io.quarkiverse.binds.runtime.readonly;
