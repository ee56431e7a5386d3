package io.quarkiverse.binds.runtime.socket;

import java.io.IOException;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/**
 * Bounds the login that the calling thread makes until {@link #end()}: when the time is over, the socket is closed, which ends
 * the wait of the driver. For a driver that has no limit of its own for the whole login, as that of PostgreSQL.
 */
public final class LoginDeadline {

    /** The drivers create the sockets, in the thread that logs in. */
    private static final ThreadLocal<LoginDeadline> OF_THREAD = new ThreadLocal<>();

    private final CompletableFuture<Void> end = new CompletableFuture<>();
    private volatile DriverSocket socket;

    private LoginDeadline() {
    }

    /** Begins the time of a login of the calling thread. */
    public static LoginDeadline start(Duration limit) {
        LoginDeadline started = new LoginDeadline();
        OF_THREAD.set(started);
        started.end.orTimeout(limit.toNanos(), TimeUnit.NANOSECONDS).exceptionally(timeout -> {
            started.cut();
            return null;
        });
        return started;
    }

    /**
     * Ends the time.
     *
     * @return whether it was over before: the connection, if there is one, is closed
     */
    public boolean end() {
        OF_THREAD.remove();
        return !end.complete(null) && end.isCompletedExceptionally();
    }

    /** Notes a socket of the login of the calling thread. A driver may open a second one after an error of the first. */
    static void opened(DriverSocket socket) throws IOException {
        LoginDeadline deadline = OF_THREAD.get();
        if (deadline != null) {
            deadline.socket = socket;
            if (deadline.end.isCompletedExceptionally()) {
                socket.close();
                throw new SocketTimeoutException("the time of the login is over");
            }
        }
    }

    private void cut() {
        DriverSocket opened = socket;
        if (opened != null) {
            opened.cut();
        }
    }
}
