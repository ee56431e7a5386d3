/**
 * Recording of statements: which were sent, with which parameters, how long they took, and which line of the application caused
 * them.
 * <p>
 * In: connections that a pool lends. Out: the same connections, wrapped; entries of a
 * {@link io.quarkiverse.binds.runtime.recording.QueryLog}, and lines of the log.
 * <p>
 * Entry: {@link io.quarkiverse.binds.runtime.recording.StatementMonitors} makes the monitor of each pool, which wraps a
 * connection when it is lent. A pool is the only place that all APIs pass: sessions, stateless sessions, Panache,
 * {@code db.sql} and injected datasources. Hibernate's own hooks, such as its {@code StatementInspector}, know neither
 * parameters nor statements of other APIs. Statements and results are classes, whose methods mostly delegate, since a proxy
 * would make each value that is read a call by reflection; only calls of procedures are proxies, registered for native
 * executables.
 * <p>
 * Invariants: a pool of a bind for which all of this is off has no monitor, and lends its connections as they are; no command
 * is added; values of masked columns, and of those that
 * the application has marked as sensitive, are never kept.
 */
package io.quarkiverse.binds.runtime.recording;
