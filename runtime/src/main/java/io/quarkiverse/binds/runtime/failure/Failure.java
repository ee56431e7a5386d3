package io.quarkiverse.binds.runtime.failure;

import java.sql.SQLException;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;

import jakarta.persistence.OptimisticLockException;

import org.hibernate.StaleStateException;
import org.hibernate.dialect.lock.OptimisticEntityLockException;

import io.quarkiverse.binds.CommitOutcomeUnknownException;
import io.quarkiverse.binds.PartialCommitException;

/**
 * What an exception of a database means for the work that met it. Told by SQLState and vendor code, never by words; each line
 * was seen on a server.
 */
public enum Failure {

    /** The link to the server is lost or was refused; a statement in flight may have run or not. */
    CONNECTION_LOST,

    /** The server chose this transaction as the victim of a deadlock, or of a certification conflict, and rolled it back. */
    DEADLOCK,

    /** A lock was not given in time. MySQL rolls back the statement only: the transaction has to be rolled back from here. */
    LOCK_TIMEOUT,

    /** Another transaction changed the row since it was read. */
    OPTIMISTIC_LOCK,

    /** The server tried to commit and cannot say whether it has. */
    OUTCOME_UNKNOWN,

    /** The server takes no writes, for instance since it is not the primary any more: the statement did not run. */
    NOT_PRIMARY,

    /** No connection could be had: every borrowed one was in use for too long, or the server could not be reached. */
    UNAVAILABLE,

    /** Anything else: doing it again would meet it again. */
    OTHER;

    /** What MariaDB says on a connection that somebody has killed, before it closes it. */
    public static final int CONNECTION_KILLED = 1927;

    // error codes of the MySQL and MariaDB servers
    private static final int SERVER_SHUTDOWN = 1053;
    private static final int DEADLOCK_FOUND = 1213;
    private static final int LOCK_WAIT_TIMEOUT = 1205;
    private static final int ERROR_DURING_COMMIT = 1180;
    private static final int GROUP_LOST_MAJORITY = 3100;
    /** The server runs with --read-only or --super-read-only. */
    private static final int OPTION_PREVENTS_STATEMENT = 1290;
    /** Galera: the node is not in the primary component. Elsewhere "unknown command", which no statement can meet. */
    private static final int NOT_IN_PRIMARY_COMPONENT = 1047;
    private static final int CLIENT_INTERACTION_TIMEOUT = 4031;
    /** H2's code for a lock that was not given in time; its SQLState is HYT00. */
    private static final int H2_LOCK_TIMEOUT = 50200;

    // H2 gives its codes as the SQLState as well
    private static final String H2_CONNECTION_BROKEN = "90067";
    private static final String H2_DATABASE_CLOSED = "90098";
    private static final String H2_DATABASE_CLOSED_AT_EXIT = "90121";

    /** Whether the whole unit of work, run again from its start, may well succeed. */
    public boolean worthAnotherTry() {
        return this == DEADLOCK || this == LOCK_TIMEOUT || this == OPTIMISTIC_LOCK || this == UNAVAILABLE
                || isOfConnection();
    }

    /** Whether the failure was the connection's, and the same work may well succeed on another one at once. */
    public boolean isOfConnection() {
        return this == CONNECTION_LOST || this == NOT_PRIMARY;
    }

    /** Whether the connection that met it, and those opened before it, are of no use any more. */
    public boolean endsConnection() {
        return isOfConnection() || this == OUTCOME_UNKNOWN;
    }

    /** The meaning of an exception or of what caused it, the first that has one. */
    public static Failure of(Throwable thrown) {
        Set<Throwable> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        for (Throwable t = thrown; t != null && seen.add(t); t = t.getCause()) {
            Failure failure = t instanceof SQLException sql ? ofSql(sql) : ofOther(t);
            if (failure != OTHER) {
                return failure;
            }
        }
        return OTHER;
    }

    private static Failure ofOther(Throwable t) {
        // the lost connection that caused it lies deeper and must not be taken for one that nothing hung on
        if (t instanceof CommitOutcomeUnknownException || t instanceof PartialCommitException) {
            return OUTCOME_UNKNOWN;
        }
        return t instanceof OptimisticLockException || t instanceof StaleStateException
                || t instanceof OptimisticEntityLockException ? OPTIMISTIC_LOCK : OTHER;
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
            case OPTION_PREVENTS_STATEMENT, NOT_IN_PRIMARY_COMPONENT:
                return NOT_PRIMARY;
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
            case "57P01", "57P02", "57P03":
                return CONNECTION_LOST;
            case H2_CONNECTION_BROKEN, H2_DATABASE_CLOSED, H2_DATABASE_CLOSED_AT_EXIT:
                return CONNECTION_LOST;
            default:
                return state.startsWith("08") ? CONNECTION_LOST : OTHER;
        }
    }
}
