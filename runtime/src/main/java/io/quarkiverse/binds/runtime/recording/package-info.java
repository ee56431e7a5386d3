/**
 * Recording of statements: which were sent, with which parameters, how long they took, and which line of the application caused
 * them.
 * <p>
 * In: connections that a pool lends. Out: the same connections, wrapped; entries of a
 * {@link io.quarkiverse.binds.runtime.recording.QueryLog}, and lines of the log.
 * <p>
 * Entry: {@link io.quarkiverse.binds.runtime.recording.StatementMonitors} makes the monitor of each pool, which wraps a
 * connection when it is lent. A pool is the only place that all APIs pass: sessions, stateless sessions, Panache,
 * {@code db.sql}
 * and injected datasources. Hibernate's own hooks, such as its {@code StatementInspector}, know neither parameters nor
 * statements of other APIs. Statements and results are proxies of the JDK, registered for native executables: a class for each
 * of the four interfaces would have six hundred methods that only delegate.
 * <p>
 * Invariants: a pool of a bind for which all of this is off has no monitor, and lends its connections as they are; no command
 * is added; values of masked columns are never kept.
 */
package io.quarkiverse.binds.runtime.recording;
