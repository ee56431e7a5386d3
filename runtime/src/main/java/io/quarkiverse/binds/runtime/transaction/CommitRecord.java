package io.quarkiverse.binds.runtime.transaction;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;

import javax.transaction.xa.XAException;

import jakarta.transaction.Status;
import jakarta.transaction.TransactionSynchronizationRegistry;

import io.agroal.api.transaction.TransactionAware;
import io.quarkiverse.binds.CommitOutcomeUnknownException;
import io.quarkiverse.binds.PartialCommitException;
import io.quarkiverse.binds.runtime.config.BindNames;
import io.quarkiverse.binds.runtime.config.PoolConfig;
import io.quarkiverse.binds.runtime.failure.Causes;
import io.quarkiverse.binds.runtime.failure.Failure;
import io.quarkiverse.binds.runtime.readonly.CheckedConnection;
import io.quarkiverse.binds.runtime.readonly.ReadOnlyThreads;

/**
 * Records the outcome of one transaction in each bind. A transaction manager knows one outcome for all; with this record an
 * error can name the binds. The record also passes the isolation level, and the name of a read-only unit of work, to the
 * connections that join. Used by the thread of the transaction only.
 */
public final class CommitRecord {

    private static final Object KEY = CommitRecord.class.getName();

    private final int isolation;
    private final Supplier<String> readOnlyUnitOfWork;
    private final Consumer<String> onCommit;
    private final List<String> connected = new ArrayList<>(2);
    private Runnable onWrite;
    private Consumer<String> onConnect;
    private final List<String> committed = new ArrayList<>(2);
    private final List<String> rolledBack = new ArrayList<>(0);
    private final List<String> unknown = new ArrayList<>(0);
    private Exception cause;
    private String notPrepared;
    private boolean notAsDecided;
    /** Whether the commit of a bind failed whose driver may have committed on other servers than the one that failed. */
    private boolean foreignDriver;

    /**
     * @param isolation the level for the connections that join, a constant of {@link Connection};
     *        {@link Connection#TRANSACTION_NONE} leaves it unchanged
     * @param readOnlyUnitOfWork the name of the unit of work if it is read-only, so that writes are refused and copies of the
     *        database will do; else null
     * @param onCommit receives the name of each bind that has committed
     */
    public CommitRecord(int isolation, Supplier<String> readOnlyUnitOfWork, Consumer<String> onCommit) {
        this.isolation = isolation;
        this.readOnlyUnitOfWork = readOnlyUnitOfWork;
        this.onCommit = onCommit;
    }

    /** The record of the transaction of the calling thread; a new one if no unit of work has begun that transaction. */
    public static CommitRecord currentOrNew(TransactionSynchronizationRegistry registry, Supplier<TransactionScope> scope) {
        CommitRecord record = (CommitRecord) registry.getResource(KEY);
        if (record == null) {
            record = new CommitRecord(Connection.TRANSACTION_NONE, null, bind -> scope.get().committed(bind));
            record.attach(registry);
        }
        return record;
    }

    /** Attaches the record to the transaction of the calling thread. */
    public void attach(TransactionSynchronizationRegistry registry) {
        registry.putResource(KEY, this);
    }

    /** The record of the transaction of the calling thread; null if there is none, or if the transaction is committed. */
    static CommitRecord current(TransactionSynchronizationRegistry registry) {
        switch (registry.getTransactionStatus()) {
            case Status.STATUS_NO_TRANSACTION, Status.STATUS_COMMITTED, Status.STATUS_UNKNOWN:
                return null;
            default:
                break;
        }
        try {
            return (CommitRecord) registry.getResource(KEY);
        } catch (IllegalStateException e) {
            return null; // the transaction has ended meanwhile
        }
    }

    /** Registers a listener for each bind of which a connection joins. */
    public void observeConnections(Consumer<String> listener) {
        onConnect = listener;
    }

    /** Registers a listener for each statement that writes, through any API. */
    public void observeWrites(Runnable listener) {
        onWrite = listener;
    }

    /**
     * Wraps a connection with the check of statements that the transaction of the calling thread requires; without a
     * transaction, with that of its unit of work.
     */
    static Connection checked(TransactionSynchronizationRegistry registry, Connection connection) {
        CommitRecord record = current(registry);
        if (record == null) {
            return CheckedConnection.of(connection, ReadOnlyThreads.readOnlyUnitOfWork());
        }
        if (record.readOnlyUnitOfWork != null) {
            return CheckedConnection.of(connection, record.readOnlyUnitOfWork);
        }
        return record.onWrite == null ? connection : CheckedConnection.observed(connection, record.onWrite);
    }

    /**
     * Whether the transaction of the calling thread has a connection of a bind, on which it may have sent statements and have
     * got a snapshot.
     */
    public static boolean isConnected(TransactionSynchronizationRegistry registry, String bind) {
        CommitRecord record = current(registry);
        return record != null && record.connected.contains(bind);
    }

    /** Whether a connection of any bind has joined. */
    public boolean hasConnections() {
        return !connected.isEmpty();
    }

    void connected(String bind) {
        if (!connected.contains(bind)) {
            connected.add(bind);
        }
        if (onConnect != null) {
            onConnect.accept(bind);
        }
    }

    boolean isReadOnly() {
        return readOnlyUnitOfWork != null;
    }

    /** Gives the connection of a bind that joins the isolation level and the access mode of the transaction. */
    void connected(String bind, TransactionAware connection) throws SQLException {
        connected(bind);
        if (isolation != Connection.TRANSACTION_NONE) {
            Participant.jdbc(connection).setTransactionIsolation(isolation);
        }
        if (readOnlyUnitOfWork != null) {
            CheckedConnection.markTransaction(Participant.jdbc(connection));
        }
    }

    void committed(String bind) {
        committed.add(bind);
        onCommit.accept(bind);
    }

    /** Records a rollback, unless a more specific outcome of the bind is known. */
    void rolledBack(String bind) {
        if (!committed.contains(bind) && !unknown.contains(bind) && !rolledBack.contains(bind)) {
            rolledBack.add(bind);
        }
    }

    /** Records that a bind has refused to prepare, or could not be reached: the others will be rolled back. */
    void notPrepared(String bind, Exception failure) {
        if (cause == null) {
            cause = failure;
            notPrepared = bind;
        }
    }

    /** Records that a prepared bind did not commit, against the decision of the transaction. */
    void notAsDecided(String bind, Exception failure) {
        cause = failure;
        notAsDecided = true;
        rolledBack(bind);
    }

    void failed(String bind, Exception failure) {
        cause = failure;
        Failure meaning = Failure.of(failure);
        boolean mayLeadToSeveralServers = PoolConfig.hasForeignDriver(bind);
        foreignDriver |= mayLeadToSeveralServers;
        (meaning == Failure.CONNECTION_LOST || meaning == Failure.OUTCOME_UNKNOWN || mayLeadToSeveralServers ? unknown
                : rolledBack).add(bind);
    }

    /** Whether any bind is known to be committed. */
    public boolean hasCommitted() {
        return !committed.isEmpty();
    }

    /** Whether a bind is known to be committed. */
    public boolean isCommitted(String bind) {
        return committed.contains(bind);
    }

    /** The binds that are rolled back by a failed commit. */
    public List<String> rolledBack() {
        return List.copyOf(rolledBack);
    }

    /** The binds whose connection was lost during their commit. */
    public List<String> unknown() {
        return List.copyOf(unknown);
    }

    boolean isMixed() {
        return cause != null && !committed.isEmpty();
    }

    /**
     * Creates the exception for the outcome.
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
            return new CommitOutcomeUnknownException(unknown.get(0), (foreignDriver
                    ? "The commit of " + names(unknown) + " failed, whose driver may lead to several servers: its outcome is"
                            + " unknown, and may differ between them"
                    : "The connection of " + names(unknown) + " was lost during the commit: its outcome is unknown")
                    + (rolledBack.isEmpty() ? "" : "; rolled back: " + names(rolledBack))
                    + ". Query the database before repeating the work, or declare the unit of work idempotent", cause);
        }
        return new jakarta.persistence.RollbackException("The commit of " + names(rolledBack)
                + " failed, nothing is committed: " + reason(), cause);
    }

    /** The message of the database if there is one, since that of an {@code XAException} has no details. */
    private String reason() {
        String reason = cause.getMessage();
        if (cause instanceof XAException) {
            for (Throwable t : Causes.of(cause.getCause())) {
                if (t instanceof SQLException) {
                    reason = t.getMessage();
                }
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

    /** Rolls back the work of one participant. */
    static void rollBack(Participant participant) {
        try {
            participant.rollback();
        } catch (SQLException e) {
            participant.discard(); // a connection that cannot be rolled back is closed, which rolls back as well
        }
    }
}
