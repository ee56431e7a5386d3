package io.quarkiverse.binds.runtime.pool;

import java.io.EOFException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketException;
import java.sql.SQLException;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;

import io.quarkiverse.binds.runtime.failure.Failure;

/**
 * Tells a login that the server took up and then broke off from one that was refused, that was not answered, or whose user is
 * not known: each of those would go the same way again.
 */
final class BrokenLogin {

    private BrokenLogin() {
    }

    static boolean is(SQLException failure) {
        if (Failure.of(failure) != Failure.CONNECTION_LOST) {
            return false;
        }
        Set<Throwable> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        for (Throwable t = failure; t != null && seen.add(t); t = t.getCause()) {
            if (isTheServers(t)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isTheServers(Throwable t) {
        return t instanceof EOFException
                || t instanceof SQLException sql && sql.getErrorCode() == Failure.CONNECTION_KILLED
                || t instanceof SocketException && !(t instanceof ConnectException) && !(t instanceof NoRouteToHostException);
    }
}
