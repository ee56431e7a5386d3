package io.quarkiverse.binds.runtime.session;

import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;

import jakarta.transaction.Transaction;

import org.hibernate.Session;

import io.quarkiverse.binds.UnitOfWorkOptions;
import io.quarkiverse.binds.runtime.recording.QueryLog;

/**
 * A unit of work. It belongs to one thread at a time, its owner. Only {@link #end()} may be called by another thread;
 * {@link #resume()} makes the calling thread the owner after {@link #park()} has released it.
 */
public final class UnitOfWorkContext {

    private final UnitOfWorkServices services;
    private final UnitOfWorkAttributes attributes;
    private final ThreadConfinement confinement;
    private final ScopedSessions sessions;
    /** Null as long as the transaction was not suspended. */
    private TransactionSuspension suspension;
    /** Null as long as the application has asked for no session. */
    private SessionProxies proxies;
    private final FailureState failures = new FailureState();
    private int transactionalDepth;

    UnitOfWorkContext(UnitOfWorkServices services, UnitOfWorkAttributes attributes) {
        this.services = services;
        this.attributes = attributes;
        this.confinement = attributes.confinement;
        this.sessions = new ScopedSessions(services, attributes);
    }

    UnitOfWorkAttributes attributes() {
        return attributes;
    }

    TransactionSuspension suspension() {
        if (suspension == null) {
            suspension = new TransactionSuspension(services.transactions, attributes, sessions);
        }
        return suspension;
    }

    /** Whether the calling thread is the owner. */
    boolean isOwner() {
        return confinement.isOwner();
    }

    /** Whether work on this thread, in the given transaction, belongs to this unit of work. */
    boolean includes(Transaction onThread) {
        Transaction own = sessions.current().transaction();
        if (onThread == null) {
            return own == null ? suspension == null || !suspension.isActive() : !confinement.isOwner();
        }
        return onThread.equals(own);
    }

    /**
     * The session for applications, which they may keep: the same object within the unit of work, though the session behind it
     * changes.
     */
    Session proxy(String bind, Function<String, Session> factory) {
        sessions.select();
        if (proxies == null) {
            proxies = new SessionProxies(services.persistenceUnits);
        }
        return proxies.get(bind, factory);
    }

    /** The session of Hibernate, for one call. */
    Session session(String bind) {
        return use().session(bind);
    }

    /** The current sessions, with the transaction begun, unless the unit of work reads by statement. */
    SessionsAndTransaction use() {
        SessionsAndTransaction selected = sessions.select();
        if (!selected.hasTransaction() && (transactionalDepth > 0 || !attributes.readsByStatement())) {
            selected.begin(0);
        }
        return selected;
    }

    /** The current sessions, with the transaction begun. */
    SessionsAndTransaction begin() {
        SessionsAndTransaction selected = sessions.select();
        selected.begin(0);
        return selected;
    }

    boolean hasTransaction() {
        return sessions.current().hasTransaction();
    }

    /** Whether anything was sent to a database since the last commit or rollback. */
    boolean hasWorked() {
        return sessions.current().hasWorked();
    }

    /** Whether there may be changes to commit. */
    boolean mayHaveChanges() {
        return sessions.current().mayHaveChanges();
    }

    boolean hasUncommittedChanges() {
        return sessions.hasUncommittedWrites();
    }

    void flush() {
        begin().flush();
    }

    void flush(String bind) {
        use().flush(bind);
    }

    void commit() {
        SessionsAndTransaction selected = sessions.select();
        failures.requireNone(attributes);
        if (selected.mayHaveChanges()) {
            commit(selected);
        }
    }

    private void commit(SessionsAndTransaction selected) {
        try {
            selected.commit();
        } catch (RuntimeException e) {
            attributes.commitFailed(e);
            throw e;
        } finally {
            failures.committed();
        }
    }

    public void rollback() {
        failures.forget();
        sessions.select().rollback();
    }

    /** Rolls back in all scopes after an exception has left the code of this unit of work, if the calling thread owns it. */
    public void rollbackIfOwner(Throwable failure) {
        if (confinement.isOwner()) {
            attributes.failed(failure, false);
            sessions.rollbackAll();
            failures.forget();
        }
    }

    boolean hasFailedPart() {
        return failures.failedPart() != null;
    }

    /** Records the failure of a participating method: even if its exception is caught, no commit is possible any more. */
    void failed(FailedPart failed) {
        failures.add(failed);
        if (transactionalDepth == 0 && confinement.isOwner()) {
            sessions.current().rollback();
        }
    }

    /** Records that a failure, not the application, has marked the transaction for rollback. */
    void markedByFailure() {
        failures.markedByFailure();
    }

    /** Commits at the successful end of the work, if that is the policy. */
    public void finish() {
        if (services.commitsOnSuccess(attributes.options()) && confinement.isOwner()) {
            failures.requireNone(attributes);
            sessions.forEachWithChanges(this::commit);
        }
    }

    /** The statements of each bind so far, if they are counted. */
    public Map<String, QueryLog.Total> statementTotals() {
        QueryLog log = attributes.queryLogOrNull();
        return log == null ? Map.of() : log.totals();
    }

    /** Rolls back and resets to the start, for another try on fresh sessions after a failure. */
    void restart(UnitOfWorkOptions original, Throwable failure) {
        attributes.failed(failure, true);
        rollbackProgrammatic();
        sessions.end();
        failures.forget();
        attributes.restart(original);
    }

    /** Whether an active {@code @Transactional} method decides about the commit. */
    boolean isTransactional() {
        return transactionalDepth > 0;
    }

    /**
     * Begins a {@code @Transactional} method.
     *
     * @param timeoutSeconds the timeout of the transaction that begins with it; 0 for the configured one
     */
    void beginTransactional(int timeoutSeconds, Supplier<String> method) {
        SessionsAndTransaction selected = sessions.select();
        if (timeoutSeconds > 0 && selected.hasTransaction()) {
            throw TransactionTimeout.tooLate(method.get());
        }
        selected.begin(timeoutSeconds);
        transactionalDepth++;
    }

    /** @return whether the method was the outermost one */
    boolean exitTransactional() {
        return --transactionalDepth == 0;
    }

    /** Commits after the outermost transactional method has returned, unless a part has failed. */
    void completeTransactional() {
        if (failures.failedPart() != null) {
            // the exception was caught, but half of the work must not be committed
            RuntimeException refusal = failures.failedPart().refusal(attributes.name());
            sessions.current().rollback();
            throw refusal;
        }
        if (!services.transactions.isMarkedRollback()) {
            commit();
            return;
        }
        boolean failed = failures.isMarkedByFailure();
        rollback();
        if (failed) {
            throw CommitFailures.refused(null);
        }
    }

    /** Ends a transaction that a resource method has begun itself and left open. */
    public void methodReturned() {
        if (suspension != null) {
            suspension.methodReturned();
        }
    }

    private void rollbackProgrammatic() {
        if (suspension != null) {
            suspension.rollbackProgrammatic();
        }
    }

    /** Releases the thread without ending: the method has returned a stage that is not complete. */
    public void park() {
        if (!confinement.isOwner()) {
            return;
        }
        sessions.current().suspend();
        if (confinement.park()) {
            end();
        }
    }

    /** Resumes a parked unit of work on the calling thread; a no-op for its owner. */
    public void resume() {
        if (confinement.take()) {
            sessions.current().resume();
        }
    }

    public boolean isEnded() {
        return confinement.isEnded();
    }

    public boolean isParked() {
        return confinement.isParked();
    }

    /**
     * Rolls back uncommitted changes and closes the sessions, once. May be called by any thread that may block; while the owner
     * still works, as after a timeout whose response was sent, the owner ends it when it leaves.
     */
    public void end() {
        if (!confinement.end()) {
            return;
        }
        boolean uncommitted = false;
        try {
            rollbackProgrammatic();
            uncommitted = services.observesWrites && LostChanges.notice(services, attributes, sessions);
        } finally {
            confinement.release();
            sessions.end();
            if (services.listeners != null) {
                attributes.ended(uncommitted);
            }
        }
    }
}
