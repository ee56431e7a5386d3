package io.quarkiverse.binds.runtime.pool;

import java.io.EOFException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketException;
import java.sql.SQLException;

import io.quarkiverse.binds.runtime.failure.Causes;
import io.quarkiverse.binds.runtime.failure.Failure;

/**
 * Recognises a login that the server accepted and then broke off, which is worth another attempt. A login that was refused or
 * not answered, or whose user is unknown, would fail again.
 */
final class BrokenLogin {

    private BrokenLogin() {
    }

    static boolean is(SQLException failure) {
        if (Failure.of(failure) != Failure.CONNECTION_LOST) {
            return false;
        }
        return Causes.of(failure).stream().anyMatch(BrokenLogin::isFromServer);
    }

    private static boolean isFromServer(Throwable t) {
        return t instanceof EOFException
                || t instanceof SQLException sql && sql.getErrorCode() == Failure.CONNECTION_KILLED
                || t instanceof SocketException && !(t instanceof ConnectException) && !(t instanceof NoRouteToHostException);
    }
}
