/**
 * Change events: tells observers of the application which rows a transaction has changed.
 * <p>
 * In: events of Hibernate for entities, and results of its mutation queries, both only in an application with such observers;
 * statements of {@code sql}; the ends of transactions, from {@code session}. Out: calls of the observers.
 *
 * <pre>
 *  Hibernate                     mutation queries          session: commits, attempts
 *      |                               |                              |
 *  EntityChangeListener          MutationQueries                      |
 *      |                               |                              |
 *      +-------------------------------+------------------------------+
 *                                      |
 *                             TransactionChanges         the changes of one transaction, two {@code
 * ChangeLog
 * }s
 *                                      |
 *                             ChangeEvents               calls each {@code
 * ChangeObserver
 * }
 * </pre>
 *
 * Entry: {@link io.quarkiverse.binds.runtime.changes.ChangeEvents}, a bean that exists only if there are observers, and
 * {@link io.quarkiverse.binds.runtime.changes.TransactionChanges}, which {@code session} begins and ends.
 * {@link io.quarkiverse.binds.runtime.changes.ChangesIntegrator} adds the listener to Hibernate. Hibernate has no listener for
 * mutation queries: the build adds a call of {@link io.quarkiverse.binds.runtime.changes.MutationQueries} to their classes.
 * <p>
 * The observers are not called by {@code Event.fire}, because each gets an event of its own with the changes that it observes,
 * and an error names it.
 * <p>
 * Invariants: without observers there are no listeners, and outside of dev mode Hibernate's classes are as they were; a change
 * is reported to observers of a commit only if its bind is known to be committed.
 */
package io.quarkiverse.binds.runtime.changes;
