package io.quarkiverse.binds.runtime.transaction;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

import javax.transaction.xa.XAException;

import jakarta.transaction.TransactionSynchronizationRegistry;

import io.quarkiverse.binds.CommitOutcomeUnknownException;
import io.quarkiverse.binds.PartialCommitException;
import io.quarkiverse.binds.runtime.config.BindNames;
import io.quarkiverse.binds.runtime.failure.Failure;

/**
 * What became of each bind in the commit of one transaction. A transaction manager knows one outcome for all; this record is
 * what lets an error name the binds. It also carries the isolation level to the connections that join. Used by the thread of
 * the transaction only.
 */
public final class CommitRecord {

    private static final Object KEY = CommitRecord.class.getName();

    private final int isolation;
    private final boolean readOnly;
    private final List<String> committed = new ArrayList<>(2);
    private final List<String> rolledBack = new ArrayList<>(0);
    private final List<String> unknown = new ArrayList<>(0);
    private Exception cause;
    private String notPrepared;
    private boolean notAsDecided;

    /**
     * @param isolation the level of {@link Connection} for the connections that join, or {@link Connection#TRANSACTION_NONE}
     *        for the one they have
     * @param readOnly whether nothing is written, so that copies of the database will do
     */
    public CommitRecord(int isolation, boolean readOnly) {
        this.isolation = isolation;
        this.readOnly = readOnly;
    }

    /** That of a transaction which no unit of work has begun. */
    CommitRecord() {
        this(Connection.TRANSACTION_NONE, false);
    }

    /** Attaches it to the transaction of the calling thread. */
    public void attach(TransactionSynchronizationRegistry registry) {
        registry.putResource(KEY, this);
    }

    /** The record of the transaction of the calling thread, or null. */
    static CommitRecord of(TransactionSynchronizationRegistry registry) {
        return (CommitRecord) registry.getResource(KEY);
    }

    boolean isReadOnly() {
        return readOnly;
    }

    int isolation() {
        return isolation;
    }

    void committed(String bind) {
        committed.add(bind);
    }

    /** Unless more is known of it. */
    void rolledBack(String bind) {
        if (!committed.contains(bind) && !unknown.contains(bind) && !rolledBack.contains(bind)) {
            rolledBack.add(bind);
        }
    }

    /** A bind has refused to prepare, or could not be asked: the others will be rolled back. */
    void notPrepared(String bind, Exception failure) {
        if (cause == null) {
            cause = failure;
            notPrepared = bind;
        }
    }

    /** A bind has not kept the promise to commit that it gave when it was prepared. */
    void notAsDecided(String bind, Exception failure) {
        cause = failure;
        notAsDecided = true;
        rolledBack(bind);
    }

    void failed(String bind, Exception failure) {
        cause = failure;
        Failure meaning = Failure.of(failure);
        (meaning == Failure.CONNECTION_LOST || meaning == Failure.OUTCOME_UNKNOWN ? unknown : rolledBack).add(bind);
    }

    boolean isMixed() {
        return cause != null && !committed.isEmpty();
    }

    /**
     * The exception that tells what happened.
     *
     * @return null if no bind failed in its commit
     */
    public RuntimeException failure() {
        if (cause == null) {
            return null;
        }
        if (!committed.isEmpty()) {
            return new PartialCommitException(message(), committed, rolledBack, unknown, cause);
        }
        if (notPrepared != null) {
            return new jakarta.persistence.RollbackException(
                    "The commit could not be prepared in " + BindNames.display(notPrepared)
                            + ", nothing is committed in any bind: " + reason(),
                    cause);
        }
        if (!unknown.isEmpty()) {
            return new CommitOutcomeUnknownException(unknown.get(0), "The connection of " + names(unknown)
                    + " was lost while its commit was on its way: whether it is committed is unknown"
                    + (rolledBack.isEmpty() ? "" : "; rolled back: " + names(rolledBack))
                    + ". Ask the database before doing it again, or declare the unit of work idempotent", cause);
        }
        return new jakarta.persistence.RollbackException("The commit of " + names(rolledBack)
                + " failed, nothing is committed: " + reason(), cause);
    }

    /** In the words of the database, if it has any: those of an {@code XAException} say nothing. */
    private String reason() {
        String reason = cause.getMessage();
        for (Throwable t = cause.getCause(); cause instanceof XAException && t != null; t = t.getCause()) {
            if (t instanceof SQLException) {
                reason = t.getMessage();
            }
        }
        return reason;
    }

    String message() {
        return "The commit over several binds failed half way: committed: " + names(committed)
                + (rolledBack.isEmpty() ? "" : "; rolled back: " + names(rolledBack))
                + (unknown.isEmpty() ? "" : "; unknown, the connection was lost during the commit: " + names(unknown))
                + (notAsDecided ? ". A database has rolled back what it had prepared, against the decision of the transaction"
                        : ". With two-phase=true on all of these binds they commit together or not at all");
    }

    private static String names(List<String> binds) {
        return String.join(", ", binds.stream().map(BindNames::display).toList());
    }

    /** Ends the work of one participant that is not to be committed any more. */
    static void rollBack(Participant participant) {
        try {
            participant.rollback();
        } catch (SQLException e) {
            participant.discard(); // a connection that cannot be rolled back is closed, which rolls back as well
        }
    }
}
