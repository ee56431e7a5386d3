package io.quarkiverse.binds.runtime.session;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

import io.quarkiverse.binds.runtime.recording.QueryLog;
import io.quarkiverse.binds.runtime.session.UnitOfWorkListener.End;
import io.quarkiverse.binds.runtime.session.UnitOfWorkListener.Outcome;
import io.quarkiverse.binds.runtime.session.UnitOfWorkListener.UsedBind;
import io.quarkiverse.binds.runtime.transaction.CommitRecord;

/**
 * Collects how one attempt of a unit of work goes, for the listeners. Made only if there are any. Confined to the thread of its
 * unit of work.
 */
final class UnitOfWorkAttempt {

    private final UnitOfWorkListeners listeners;
    private final UnaryOperator<String> databases;
    private final Map<String, Boolean> committedByBind = new LinkedHashMap<>(4);
    private Instant begin;
    private long beginNanos;
    private Outcome outcome = Outcome.NOT_COMMITTED;
    private Class<? extends Throwable> failure;
    private boolean retried;

    /** @param databases finds the key of the database of a bind; null if the bind is not dynamic */
    UnitOfWorkAttempt(UnitOfWorkListeners listeners, UnaryOperator<String> databases) {
        this.listeners = listeners;
        this.databases = databases;
    }

    /** Records the begin of a transaction. */
    void begun(CommitRecord record) {
        begun();
        record.observeConnections(bind -> committedByBind.putIfAbsent(bind, false));
    }

    /** Records that a bind is read without a transaction. */
    void reads(String bind) {
        begun();
        committedByBind.putIfAbsent(bind, false);
    }

    private void begun() {
        if (begin == null) {
            begin = Instant.now();
            beginNanos = System.nanoTime();
            listeners.begun();
        }
    }

    void committed(String bind) {
        committedByBind.put(bind, true);
        failure = null; // that of an earlier commit, after which the work went on
        become(Outcome.COMMITTED);
    }

    /** Reports a commit, after all of its binds are committed. */
    void transactionCommitted() {
        if (committedByBind.containsValue(true)) {
            listeners.committed(binds());
        }
    }

    /** Records the rollback of a transaction that has used a database. */
    void rolledBack() {
        become(Outcome.ROLLED_BACK);
    }

    /** Records that the outcome of a commit is unknown; no later event makes it known. */
    void unknown() {
        outcome = Outcome.UNKNOWN;
    }

    private void become(Outcome next) {
        if (outcome != Outcome.UNKNOWN) {
            outcome = next;
        }
    }

    /** @param again whether the unit of work runs again */
    void failed(Throwable cause, boolean again) {
        failure = cause.getClass();
        retried = again;
    }

    /** Records the end of a transaction that has used a database and was neither committed nor rolled back before. */
    void endedOpen() {
        if (failure != null) {
            rolledBack();
        }
    }

    void report(String name, boolean uncommittedChanges, QueryLog queries) {
        if (begin == null) {
            return;
        }
        listeners.ended(new End(name, begin, Duration.ofNanos(System.nanoTime() - beginNanos), outcome(), binds(),
                uncommittedChanges && failure == null, failure,
                queries == null ? List::of : queries::queries, queries == null ? 0 : queries.notKept()));
    }

    private List<UsedBind> binds() {
        return committedByBind.entrySet().stream()
                .map(entry -> new UsedBind(entry.getKey(), databases.apply(entry.getKey()), entry.getValue())).toList();
    }

    private Outcome outcome() {
        if (retried) {
            return Outcome.RETRIED;
        }
        return failure != null && outcome == Outcome.NOT_COMMITTED ? Outcome.ROLLED_BACK : outcome;
    }
}
