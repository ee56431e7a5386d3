/**
 * Positions of commits in the log of a primary, and replicas that have applied them.
 * <p>
 * In: the connections of a primary after their login and after their commits. Out: whether the server of a connection has
 * applied these commits.
 * <p>
 * Entry: {@link io.quarkiverse.binds.runtime.replication.CommitPositions}. MySQL reports the GTID of a commit with its
 * response, so a commit costs no command; MariaDB and PostgreSQL are asked for their position after each commit. The nodes of
 * Galera need no position: each can wait for all commits of its group.
 * <p>
 * Invariants: a position is recorded before the commit returns to its caller; where a position is not known, no replica counts
 * as having reached it; no lock is held during a call to a server.
 */
package io.quarkiverse.binds.runtime.replication;
