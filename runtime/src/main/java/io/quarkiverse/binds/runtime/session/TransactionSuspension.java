package io.quarkiverse.binds.runtime.session;

import jakarta.transaction.Transaction;

/**
 * Suspends the transaction of a unit of work while other work runs on its thread: a {@code REQUIRES_NEW} method, or a
 * transaction begun by the application. Confined to the thread of its unit of work.
 */
final class TransactionSuspension {

    private final JtaTransactions transactions;
    private final UnitOfWorkAttributes unitOfWork;
    private final ScopedSessions sessions;
    private boolean outside;
    private ProgrammaticTransaction programmatic;

    TransactionSuspension(JtaTransactions transactions, UnitOfWorkAttributes unitOfWork, ScopedSessions sessions) {
        this.transactions = transactions;
        this.unitOfWork = unitOfWork;
        this.sessions = sessions;
    }

    /** The state that {@link #endOutside} restores. */
    record State(boolean outside, boolean suspended) {
    }

    /** Whether work on this thread is outside of the unit of work, even if the thread has no transaction. */
    boolean isActive() {
        return outside || programmatic != null;
    }

    /** Begins work that is outside of the unit of work; the transaction, if it is on this thread, is suspended. */
    State beginOutside() {
        State before = new State(outside, sessions.current().suspend());
        outside = true;
        return before;
    }

    void endOutside(State before) {
        outside = before.outside();
        if (before.suspended() && unitOfWork.confinement.isOwner()) {
            sessions.current().resume();
        }
    }

    /** Suspends the transaction, before the application begins another one. */
    void suspend() {
        sessions.current().suspend();
    }

    /** Resumes the transaction, if no other one could be begun. */
    void resume() {
        sessions.current().resume();
    }

    /** Pauses the unit of work until the end of a transaction begun by the application on this thread. */
    void pauseFor(ProgrammaticTransaction transaction) {
        programmatic = transaction;
    }

    /** Resumes the unit of work if it was paused for that transaction. */
    void resumeAfter(Transaction ended) {
        if (programmatic != null && programmatic.transaction().equals(ended)) {
            programmatic = null;
            if (unitOfWork.confinement.isOwner()) {
                sessions.current().resume();
            }
        }
    }

    /** Rolls back a transaction that a resource method has left open: the next method on this thread must not join it. */
    void methodReturned() {
        if (programmatic != null && !programmatic.endsWithRequest()) {
            rollbackProgrammatic();
        }
    }

    void rollbackProgrammatic() {
        if (programmatic != null && unitOfWork.confinement.isOwner()) {
            programmatic.rollback(transactions, unitOfWork.name);
            programmatic = null;
        }
    }
}
