package io.quarkiverse.binds.runtime.session;

import io.quarkiverse.binds.CommitPolicy;
import io.quarkiverse.binds.SessionScope;
import io.quarkiverse.binds.UnitOfWorkOptions;
import io.quarkiverse.binds.runtime.changes.ChangeEvents;
import io.quarkiverse.binds.runtime.changes.TransactionChanges;

/** The services and the configuration that all units of work of the application share, decided once at the start. Immutable. */
final class UnitOfWorkServices {

    final JtaTransactions transactions;
    final PersistenceUnits persistenceUnits;
    /** Finds the database of a dynamic bind. */
    final DatabaseResolver databases;
    /** The {@code SessionScope} bean of the application; null if there is none. */
    final SessionScope scope;
    /** The policy for units of work whose options have none. */
    private final CommitPolicy commitPolicy;
    /** Whether a GET or HEAD request is served again after a lost connection. */
    final boolean retriesSafeMethods;
    /** The observers of changes; null if there are none. */
    final ChangeEvents changeEvents;
    /** Whether a warning is logged for changes without a commit, as in dev mode. */
    final boolean warnsOfUncommitted;
    /** Whether each statement is looked at, to notice changes without a commit. */
    final boolean observesWrites;
    /** Told of the end of each unit of work; null if there are none. */
    final UnitOfWorkListeners listeners;
    /** Whether units of work read without a transaction. */
    final ConfiguredReads reads;
    /** Makes the logs of statements. */
    final QueryLogs queryLogs;

    UnitOfWorkServices(JtaTransactions transactions, PersistenceUnits persistenceUnits, DatabaseResolver databases,
            SessionScope scope, CommitPolicy commitPolicy, boolean retriesSafeMethods, ChangeEvents changeEvents,
            boolean warnsOfUncommitted, UnitOfWorkListeners listeners, ConfiguredReads reads, QueryLogs queryLogs) {
        this.transactions = transactions;
        this.persistenceUnits = persistenceUnits;
        this.databases = databases;
        this.scope = scope;
        this.commitPolicy = commitPolicy;
        this.retriesSafeMethods = retriesSafeMethods;
        this.changeEvents = changeEvents;
        this.warnsOfUncommitted = warnsOfUncommitted;
        this.observesWrites = warnsOfUncommitted || listeners != null && listeners.observesWrites();
        this.listeners = listeners;
        this.reads = reads;
        this.queryLogs = queryLogs;
    }

    /** Begins to record the changes of the transaction of this thread, for the observers of changes. */
    TransactionChanges recordChanges() {
        return changeEvents.begin(databases::key);
    }

    boolean commitsOnSuccess(UnitOfWorkOptions options) {
        return (options.commit() == CommitPolicy.DEFAULT ? commitPolicy : options.commit()) == CommitPolicy.ON_SUCCESS;
    }
}
