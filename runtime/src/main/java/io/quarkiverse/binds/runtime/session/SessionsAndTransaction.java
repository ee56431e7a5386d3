package io.quarkiverse.binds.runtime.session;

import java.util.List;

import jakarta.transaction.HeuristicMixedException;
import jakarta.transaction.HeuristicRollbackException;
import jakarta.transaction.RollbackException;
import jakarta.transaction.Transaction;

import org.hibernate.Session;
import org.hibernate.StatelessSession;
import org.hibernate.engine.spi.SessionImplementor;

import io.quarkiverse.binds.UnitOfWorkOptions;
import io.quarkiverse.binds.runtime.changes.TransactionChanges;
import io.quarkiverse.binds.runtime.transaction.CommitRecord;

/**
 * The sessions of a unit of work, one per bind, and the transaction that they share. Each use without a transaction begins one,
 * including the use of a lazy association; a commit ends it and begins no other. Beginning costs the server no command;
 * connections are borrowed by the first statement.
 * <p>
 * Confined to the thread of its unit of work.
 */
final class SessionsAndTransaction {

    private final UnitOfWorkServices services;
    private final JtaTransactions transactions;
    private final UnitOfWorkAttributes unitOfWork;
    private final BindSessions sessions;
    private final JoiningSessions joining = new JoiningSessions();
    private final FlushRounds flushes = new FlushRounds(joining::open);
    /** Null as long as nothing was read without a transaction. */
    private ReadConnections reads;
    private Transaction transaction;
    private CommitRecord record;
    /** Null if nobody observes changes. */
    private TransactionChanges changes;
    private boolean wrote;
    private boolean resting;

    SessionsAndTransaction(UnitOfWorkServices services, UnitOfWorkAttributes unitOfWork) {
        this.services = services;
        this.transactions = services.transactions;
        this.unitOfWork = unitOfWork;
        this.sessions = new BindSessions(services, unitOfWork);
    }

    UnitOfWorkAttributes unitOfWork() {
        return unitOfWork;
    }

    Transaction transaction() {
        return transaction;
    }

    /**
     * Whether the transaction of this thread, which these sessions have begun, is still theirs, and the thread is the owner.
     */
    boolean ownTransaction() {
        return transaction != null && unitOfWork.confinement.isOwner();
    }

    boolean hasTransaction() {
        return transaction != null;
    }

    /** Whether the sessions are being cleared or closed, so that their use neither begins nor joins a transaction. */
    boolean isResting() {
        return resting;
    }

    /** Whether there may be changes to commit: a managed entity may have changed since the last commit. */
    boolean mayHaveChanges() {
        return transaction != null || !sessions.isEmpty();
    }

    /**
     * Begins the transaction, unless it has begun.
     *
     * @param timeoutSeconds the time after which the transaction is rolled back; 0 for the configured time
     */
    void begin(int timeoutSeconds) {
        if (transaction != null) {
            return;
        }
        EventLoop.refuse(unitOfWork.name);
        UnitOfWorkOptions options = unitOfWork.options();
        record = new CommitRecord(options.isolation().level(), options.readOnly() ? unitOfWork.name : null,
                unitOfWork::committedItself);
        if (services.listeners != null) {
            unitOfWork.attempt().begun(record);
        }
        if (services.observesWrites) {
            record.observeWrites(() -> wrote = true);
        }
        transaction = transactions.begin(this, record, timeoutSeconds);
        changes = services.changeEvents == null ? null : services.recordChanges();
        if (reads != null) {
            reads.transactionBegun();
        }
        // a change of an entity does not call its session, which has to take part in the next commit
        joining.join();
    }

    /** The connections that read without a transaction. */
    ReadConnections reads() {
        if (reads == null) {
            reads = new ReadConnections();
        }
        return reads;
    }

    /** Whether anything was sent to a database, or may be, since the last commit or rollback. */
    boolean hasWorked() {
        return transaction != null || reads != null && reads.wereUsed();
    }

    /**
     * Begins the transaction, unless it has begun, for work that writes.
     *
     * @param action as in "add entities"
     */
    void beginWriting(String action) {
        unitOfWork.requireWritable(action);
        if (transaction == null) {
            begin(0);
        }
    }

    /** Makes a session join each transaction begun from now on; the session joins the current one by itself. */
    void addJoining(JoiningSession session) {
        joining.add(session);
    }

    /** The session of a bind; for a caller that has begun the transaction. */
    Session session(String bind) {
        return sessions.session(bind);
    }

    StatelessSession statelessSession(String bind) {
        return sessions.statelessSession(bind);
    }

    /** Whether there are changes, sent to a database or not, that have not been committed. */
    boolean hasUncommittedWrites() {
        return wrote || joining.haveChanges();
    }

    /** @return the flushed sessions */
    List<SessionImplementor> flush() {
        return flushes.run(unitOfWork.name);
    }

    /** Flushes the session of one bind, if it has one. */
    void flush(String bind) {
        sessions.flush(bind);
    }

    void commit() {
        begin(0);
        TransactionChanges observed = changes;
        if (observed == null) {
            commitTransaction();
            return;
        }
        if (isTelling()) {
            flush(); // called by an observer: the commit that goes on commits its changes
            return;
        }
        CommitRecord outcome = record;
        try {
            commitTransaction();
        } catch (RuntimeException e) {
            observed.committed(outcome::isCommitted, outcome.rolledBack(), outcome.unknown());
            throw e;
        }
        observed.committed();
    }

    private void commitTransaction() {
        // otherwise the commit would make each session look for changes once more
        List<FlushedSession> flushed = FlushedSession.all(flushBeforeCommit());
        CommitRecord outcome = record;
        if (reads != null) {
            reads.transactionEnds();
        }
        try {
            transactions.commit();
        } catch (RollbackException | HeuristicMixedException | HeuristicRollbackException | RuntimeException e) {
            rollback();
            throw CommitFailures.translate(outcome, e);
        } finally {
            flushed.forEach(FlushedSession::restore);
        }
        transaction = null;
        changes = null;
        wrote = false;
        if (services.listeners != null) {
            unitOfWork.attempt().transactionCommitted();
        }
    }

    /** @return the flushed sessions */
    private List<SessionImplementor> flushBeforeCommit() {
        if (!transactions.isActive()) {
            return joining.open(); // the commit will throw with the reason
        }
        try {
            List<SessionImplementor> flushed = flush();
            return changes == null ? flushed : tellBeforeCommit();
        } catch (RuntimeException | Error e) {
            rollback();
            throw e;
        }
    }

    /** @return the sessions that are open afterwards, which are flushed */
    private List<SessionImplementor> tellBeforeCommit() {
        TransactionChanges observed = changes;
        observed.beforeCommit(this::flush);
        if (observed != changes) {
            throw new IllegalStateException("An observer of BeforeModelsCommitted has rolled back the unit of work of "
                    + unitOfWork.name() + ", or has caught the exception of a part of it that failed");
        }
        return joining.open();
    }

    /** Whether observers are being called before the commit. */
    boolean isTelling() {
        return changes != null && changes.isTelling();
    }

    void rollback() {
        if (services.listeners != null && hasUsedDatabase()) {
            unitOfWork.attempt().rolledBack();
        }
        endTransaction();
        wrote = false;
        resting = true; // otherwise clearing a session would begin the next transaction
        try {
            sessions.clear();
        } finally {
            resting = false;
        }
    }

    private boolean hasUsedDatabase() {
        return transaction != null && record.hasConnections();
    }

    /** Rolls the transaction back if this thread has it; in any other state it no longer belongs to these sessions. */
    private void endTransaction() {
        if (reads != null) {
            reads.transactionEnds();
        }
        Transaction own = transaction;
        transaction = null;
        changes = null;
        if (own != null && own.equals(transactions.current())) {
            transactions.rollback();
        }
    }

    /** Suspends the transaction, to resume it later, possibly on another thread. @return whether it was on this thread */
    boolean suspend() {
        boolean here = transaction != null && transaction.equals(transactions.current());
        if (here) {
            transactions.suspend();
        }
        return here;
    }

    void resume() {
        if (transaction != null && !transaction.equals(transactions.current())) {
            transactions.resume(transaction);
        }
    }

    /** Rolls back and closes the sessions. */
    void end() {
        if (services.listeners != null && hasUsedDatabase()) {
            unitOfWork.attempt().endedOpen();
        }
        try {
            endTransaction();
        } finally {
            wrote = false;
            resting = true; // otherwise closing a session would join it to another transaction of this thread
            sessions.close();
            if (reads != null) {
                reads.close();
            }
            resting = false; // sessions opened by the application may be used without this unit of work
            joining.clear();
        }
    }
}
