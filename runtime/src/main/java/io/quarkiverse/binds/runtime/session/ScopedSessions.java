package io.quarkiverse.binds.runtime.session;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;

import jakarta.transaction.Transaction;

import io.quarkiverse.binds.NoUnitOfWorkException;
import io.quarkiverse.binds.SessionScope;

/**
 * The sessions and transactions of a unit of work: one {@link SessionsAndTransaction}, or one for each key of a SessionScope.
 * Confined to the thread of its unit of work.
 */
final class ScopedSessions {

    private final UnitOfWorkServices services;
    private final UnitOfWorkAttributes unitOfWork;
    private final ThreadConfinement confinement;
    private final SessionScope scope;
    private SessionsAndTransaction current;
    private Object currentKey;
    /** The sessions by key; null as long as a single key was used. */
    private Map<Object, SessionsAndTransaction> byKey;

    ScopedSessions(UnitOfWorkServices services, UnitOfWorkAttributes unitOfWork) {
        this.services = services;
        this.unitOfWork = unitOfWork;
        this.confinement = unitOfWork.confinement;
        this.scope = services.scope;
        this.current = new SessionsAndTransaction(services, unitOfWork);
    }

    SessionsAndTransaction current() {
        return current;
    }

    /**
     * Selects the sessions for the current call: those of the key that the SessionScope returns now; for an observer before a
     * commit, those that are committed.
     *
     * @throws NoUnitOfWorkException if the calling thread is not the owner of the unit of work
     */
    SessionsAndTransaction select() {
        if (!confinement.isOwner()) {
            throw confinement.refusal(unitOfWork.name());
        }
        if (scope != null && !current.isTelling()) {
            select(scope.key());
        }
        return current;
    }

    private void select(Object key) {
        if (Objects.equals(key, currentKey)) {
            return;
        }
        if (byKey == null) {
            byKey = new LinkedHashMap<>();
            byKey.put(currentKey, current);
        }
        switchTo(byKey.computeIfAbsent(key, k -> new SessionsAndTransaction(services, unitOfWork)));
        currentKey = key;
    }

    private void switchTo(SessionsAndTransaction next) {
        if (next != current) {
            current.suspend();
            current = next;
            current.resume();
        }
    }

    private Collection<SessionsAndTransaction> all() {
        return byKey == null ? List.of(current) : byKey.values();
    }

    /** Runs an action on each set of sessions that may have changes to commit, as the current one. */
    void forEachWithChanges(Consumer<SessionsAndTransaction> action) {
        for (SessionsAndTransaction sessions : List.copyOf(all())) { // an observer of a commit may use another key
            switchTo(sessions);
            if (sessions.mayHaveChanges()) {
                action.accept(sessions);
            }
        }
    }

    void rollbackAll() {
        for (SessionsAndTransaction sessions : all()) {
            switchTo(sessions);
            sessions.rollback();
        }
    }

    boolean hasUncommittedWrites() {
        for (SessionsAndTransaction sessions : all()) {
            if (sessions.hasUncommittedWrites()) {
                return true;
            }
        }
        return false;
    }

    /** Rolls back and closes all sessions; another transaction of this thread stays there. */
    void end() {
        Transaction foreign = suspendForeign();
        try {
            end(current);
            if (byKey != null) {
                byKey.values().forEach(ScopedSessions::end);
                byKey = null;
                currentKey = null;
            }
        } finally {
            if (foreign != null) {
                services.transactions.resume(foreign);
            }
        }
    }

    private static void end(SessionsAndTransaction sessions) {
        sessions.resume();
        sessions.end();
    }

    /**
     * Suspends another transaction of this thread, so that those of this unit of work can be resumed. @return that transaction,
     * or null
     */
    private Transaction suspendForeign() {
        if (!current.hasTransaction() && byKey == null) {
            return null;
        }
        Transaction onThread = services.transactions.current();
        return onThread == null || onThread.equals(current.transaction()) ? null : services.transactions.suspend();
    }
}
