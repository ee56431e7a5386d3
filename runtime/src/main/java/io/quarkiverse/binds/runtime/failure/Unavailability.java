package io.quarkiverse.binds.runtime.failure;

import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.sql.SQLException;
import java.util.Locale;
import java.util.concurrent.TimeoutException;

/** The cause for which a database is not available, without names of servers and users. */
public enum Unavailability {

    /** The name of the server is unknown, or nothing listens at its port. */
    UNREACHABLE,

    /** The server was reached, or may have been, and has not answered in time. */
    NO_ANSWER,

    /** The server has refused user, password or rights. */
    LOGIN_REFUSED,

    /** The server has no database of that name. */
    UNKNOWN_DATABASE,

    /** The server has no connection left, for this user or at all. */
    TOO_MANY_CONNECTIONS,

    /** No server of the bind accepts writes. */
    READ_ONLY,

    /** Any other cause; the log has it. */
    OTHER;

    // error codes of the MySQL and MariaDB servers
    private static final int ACCESS_TO_DATABASE_DENIED = 1044;
    private static final int ACCESS_DENIED = 1045;
    private static final int ACCESS_DENIED_WITHOUT_PASSWORD = 1698;
    private static final int TOO_MANY = 1040;
    private static final int TOO_MANY_OF_USER = 1203;
    private static final int USER_LIMIT_REACHED = 1226;
    private static final int HOST_BLOCKED = 1129;

    /** The cause, as in {@code login refused}. */
    public String text() {
        return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    /** Returns the cause of a failed attempt to get a connection: that of the innermost exception that has one. */
    public static Unavailability of(Throwable failure) {
        Unavailability found = OTHER;
        for (Throwable t : Causes.of(failure)) {
            Unavailability own = ofSingle(t);
            found = own == OTHER ? found : own;
        }
        return found;
    }

    private static Unavailability ofSingle(Throwable t) {
        if (t instanceof SocketTimeoutException || t instanceof TimeoutException) {
            return NO_ANSWER;
        }
        if (t instanceof ConnectException || t instanceof UnknownHostException || t instanceof NoRouteToHostException) {
            return UNREACHABLE;
        }
        return t instanceof SQLException sql ? ofSql(sql) : OTHER;
    }

    private static Unavailability ofSql(SQLException e) {
        if (e instanceof ReadOnlyHostException) {
            return READ_ONLY;
        }
        if (UnknownDatabaseErrors.isSaidBy(e)) {
            return UNKNOWN_DATABASE;
        }
        String state = e.getSQLState() == null ? "" : e.getSQLState();
        switch (e.getErrorCode()) {
            case ACCESS_TO_DATABASE_DENIED, ACCESS_DENIED, ACCESS_DENIED_WITHOUT_PASSWORD, HOST_BLOCKED:
                return LOGIN_REFUSED;
            case TOO_MANY, TOO_MANY_OF_USER, USER_LIMIT_REACHED:
                return TOO_MANY_CONNECTIONS;
            default:
                break;
        }
        if (state.startsWith("28")) { // invalid authorization specification
            return LOGIN_REFUSED;
        }
        if (state.equals("53300")) { // too_many_connections of PostgreSQL
            return TOO_MANY_CONNECTIONS;
        }
        if (Failure.of(e) == Failure.NOT_PRIMARY) {
            return READ_ONLY;
        }
        // a bind without a URL has the same state, but no cause: nothing was tried
        return state.startsWith("08") && e.getCause() != null ? UNREACHABLE : OTHER;
    }
}
