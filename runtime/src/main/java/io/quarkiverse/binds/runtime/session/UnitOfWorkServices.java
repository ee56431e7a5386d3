package io.quarkiverse.binds.runtime.session;

import io.quarkiverse.binds.CommitPolicy;
import io.quarkiverse.binds.SessionScope;
import io.quarkiverse.binds.UnitOfWorkOptions;
import io.quarkiverse.binds.runtime.changes.ChangeEvents;
import io.quarkiverse.binds.runtime.changes.TransactionChanges;

/**
 * The services and the configuration that all units of work of the application share.
 *
 * @param databases finds the database of a dynamic bind
 * @param scope the {@code SessionScope} bean of the application, or null
 * @param commitPolicy the policy for units of work whose options have none
 * @param retriesSafeMethods whether a GET or HEAD request is served again after a lost connection
 * @param changeEvents the observers of changes, or null if there are none
 * @param warnsOfUncommitted whether a warning is logged for changes without a commit, as in dev mode
 * @param listeners told of the end of each unit of work; null if there are none
 * @param reads whether units of work read without a transaction
 * @param queryLogs makes the logs of statements
 */
record UnitOfWorkServices(JtaTransactions transactions, PersistenceUnits persistenceUnits, DatabaseResolver databases,
        SessionScope scope, CommitPolicy commitPolicy, boolean retriesSafeMethods, ChangeEvents changeEvents,
        boolean warnsOfUncommitted, UnitOfWorkListeners listeners, ConfiguredReads reads,
        QueryLogs queryLogs) {

    /** Whether each statement is looked at, to notice changes without a commit. */
    boolean observesWrites() {
        return warnsOfUncommitted || listeners != null && listeners.observesWrites();
    }

    /** Begins to record the changes of the transaction of this thread; null if there are no observers. */
    TransactionChanges recordChanges() {
        return changeEvents == null ? null : changeEvents.begin(databases::key);
    }

    boolean commitsOnSuccess(UnitOfWorkOptions options) {
        return (options.commit() == CommitPolicy.DEFAULT ? commitPolicy : options.commit()) == CommitPolicy.ON_SUCCESS;
    }
}
