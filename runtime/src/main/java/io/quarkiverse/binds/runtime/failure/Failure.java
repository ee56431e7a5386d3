package io.quarkiverse.binds.runtime.failure;

import java.sql.SQLException;
import java.sql.SQLNonTransientException;

import jakarta.persistence.OptimisticLockException;

import org.hibernate.StaleStateException;
import org.hibernate.dialect.lock.OptimisticEntityLockException;

import io.quarkiverse.binds.CommitOutcomeUnknownException;
import io.quarkiverse.binds.PartialCommitException;

/**
 * The meaning of a database exception for the work that received it, decided by SQLState and vendor code; the text decides only
 * where one code has several meanings. Each code below was observed on a server.
 */
public enum Failure {

    /** The connection to the server is lost or was refused; a statement in progress may have been executed or not. */
    CONNECTION_LOST,

    /**
     * The server has chosen this transaction as the victim of a deadlock, or of a certification conflict, and has rolled it
     * back.
     */
    DEADLOCK,

    /** A lock wait has timed out. MySQL rolls back the statement only: the transaction has to be rolled back by the client. */
    LOCK_TIMEOUT,

    /** Another transaction changed the row since it was read. */
    OPTIMISTIC_LOCK,

    /** The server has tried to commit and does not know the outcome. */
    OUTCOME_UNKNOWN,

    /** The server is read-only, for instance since it is no longer the primary: the statement was not executed. */
    NOT_PRIMARY,

    /** The node is not a working member of its cluster: it executes neither writes nor reads, and has not executed this one. */
    NOT_READY,

    /** No connection is available: every connection was in use for too long, or the server could not be reached. */
    UNAVAILABLE,

    /** Any other failure: another attempt would fail again. */
    OTHER;

    /** Error code of MariaDB for a killed connection, sent before it is closed. */
    public static final int CONNECTION_KILLED = 1927;

    // error codes of the MySQL and MariaDB servers
    private static final int SERVER_SHUTDOWN = 1053;
    private static final int DEADLOCK_FOUND = 1213;
    private static final int LOCK_WAIT_TIMEOUT = 1205;
    private static final int ERROR_DURING_COMMIT = 1180;
    private static final int GROUP_LOST_MAJORITY = 3100;
    /** Error code of a server that runs with --read-only or --super-read-only. */
    private static final int OPTION_PREVENTS_STATEMENT = 1290;
    /** Error code if InnoDB itself is read-only, as on Amazon Aurora's readers ({@code innodb_read_only}). */
    private static final int READ_ONLY_MODE = 1836;
    private static final int CANNOT_LOCK = 1015;
    /**
     * Error code of a Galera node that is not in the primary component, has not joined yet or is drained
     * ({@code wsrep_reject_queries}). On other servers "unknown command", which no statement can cause.
     */
    private static final int NOT_PREPARED_BY_WSREP = 1047;
    private static final int CLIENT_INTERACTION_TIMEOUT = 4031;
    /** H2's code for a lock wait that has timed out; its SQLState is HYT00. */
    private static final int H2_LOCK_TIMEOUT = 50200;

    /** Number of chained exceptions that are read: a batch may have one for each of its statements. */
    private static final int MAX_CHAINED = 100;

    // H2 uses its codes as the SQLState as well
    private static final String H2_CONNECTION_BROKEN = "90067";
    private static final String H2_DATABASE_CLOSED = "90098";
    private static final String H2_DATABASE_CLOSED_AT_EXIT = "90121";

    /** Whether the whole unit of work is likely to succeed if it is run again from its start. */
    public boolean worthAnotherTry() {
        return this == DEADLOCK || this == LOCK_TIMEOUT || this == OPTIMISTIC_LOCK || this == UNAVAILABLE
                || isOfConnection();
    }

    /** Whether the connection has failed, so the same work is likely to succeed on another one at once. */
    public boolean isOfConnection() {
        return this == CONNECTION_LOST || this == NOT_PRIMARY || this == NOT_READY;
    }

    /** Whether the connection with this failure, and those opened before it, are unusable. */
    public boolean endsConnection() {
        return isOfConnection() || this == OUTCOME_UNKNOWN;
    }

    /**
     * Returns the meaning of an exception: that of the first in its chain of causes, and of those chained to each, that has
     * one.
     */
    public static Failure of(Throwable thrown) {
        for (Throwable t : Causes.of(thrown)) {
            Failure failure = t instanceof SQLException sql ? ofChain(sql) : ofOther(t);
            if (failure != OTHER) {
                return failure;
            }
        }
        return OTHER;
    }

    private static Failure ofOther(Throwable t) {
        // the lost connection deeper in the causes must not be taken for one on which no commit depended
        if (t instanceof CommitOutcomeUnknownException || t instanceof PartialCommitException) {
            return OUTCOME_UNKNOWN;
        }
        return t instanceof OptimisticLockException || t instanceof StaleStateException
                || t instanceof OptimisticEntityLockException ? OPTIMISTIC_LOCK : OTHER;
    }

    /** A driver of several servers chains their exceptions, behind one without a meaning of its own. */
    private static Failure ofChain(SQLException first) {
        SQLException next = first;
        for (int i = 0; i < MAX_CHAINED && next != null; i++) {
            Failure failure = ofSql(next);
            if (failure != OTHER) {
                return failure;
            }
            next = next.getNextException();
        }
        return OTHER;
    }

    private static Failure ofSql(SQLException e) {
        if (e instanceof NoConnectionException) {
            return UNAVAILABLE;
        }
        String state = e.getSQLState() == null ? "" : e.getSQLState();
        switch (e.getErrorCode()) {
            case DEADLOCK_FOUND:
                return DEADLOCK;
            case LOCK_WAIT_TIMEOUT, H2_LOCK_TIMEOUT:
                return LOCK_TIMEOUT;
            case ERROR_DURING_COMMIT, GROUP_LOST_MAJORITY:
                return OUTCOME_UNKNOWN;
            case OPTION_PREVENTS_STATEMENT:
                return isReadOnlyOption(e) ? NOT_PRIMARY : OTHER;
            case READ_ONLY_MODE, CANNOT_LOCK:
                return NOT_PRIMARY;
            case NOT_PREPARED_BY_WSREP:
                return NOT_READY;
            case SERVER_SHUTDOWN, CONNECTION_KILLED, CLIENT_INTERACTION_TIMEOUT:
                return CONNECTION_LOST;
            default:
                break;
        }
        switch (state) {
            case "08007":
                return OUTCOME_UNKNOWN;
            case "40001", "40P01":
                return DEADLOCK;
            case "55P03":
                return LOCK_TIMEOUT;
            case "25006": // read_only_sql_transaction: a standby; what is not to be tried again is refused by ourselves
                return e instanceof SQLNonTransientException ? OTHER : NOT_PRIMARY;
            case "57P01", "57P02", "57P03":
                return CONNECTION_LOST;
            case H2_CONNECTION_BROKEN, H2_DATABASE_CLOSED, H2_DATABASE_CLOSED_AT_EXIT:
                return CONNECTION_LOST;
            default:
                return state.startsWith("08") ? CONNECTION_LOST : OTHER;
        }
    }

    /**
     * Whether the option named in the message is a read-only one: the code is the same for any option, such as
     * {@code --secure-file-priv}. The name of the option is the same in all languages of the message.
     */
    private static boolean isReadOnlyOption(SQLException e) {
        return e.getMessage() == null || e.getMessage().contains("read-only") || e.getMessage().contains("read_only");
    }
}
