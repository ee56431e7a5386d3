package io.quarkiverse.binds.runtime.pool;

import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.sql.SQLException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;

import io.quarkiverse.binds.runtime.failure.Causes;

/**
 * A host that has not answered a login. It is asked again in the background, by one thread at a time and only while somebody
 * needs a connection, so that no borrower waits for it. Thread-safe.
 */
final class SilentHost {

    /** Logs in with the whole time that a login has. */
    interface Probe {
        void run() throws SQLException;
    }

    private final String address;
    private final Runnable answered;
    private final AtomicReference<CompletableFuture<Void>> running = new AtomicReference<>();
    private volatile SQLException failure;
    private volatile boolean confirmed;
    private volatile long confirmedAt;

    /**
     * @param failure of the login
     * @param answered runs when the host has answered
     */
    SilentHost(String address, SQLException failure, Runnable answered) {
        this.address = address;
        this.failure = failure;
        this.answered = answered;
    }

    /** Whether a failed login means that the host has said nothing: a refusal, or any other error, is an answer. */
    static boolean isMeantBy(SQLException failure, long nanos, LoginLimit limit) {
        return Causes.of(failure).stream().anyMatch(t -> t instanceof SocketTimeoutException
                // what the network of this machine finds out after a while, as that there is no route
                || t instanceof SocketException && nanos >= limit.patienceNanos());
    }

    /** The last failed login. */
    SQLException failure() {
        return failure;
    }

    /** Whether it has not answered in the whole time of a login either, a short time ago. */
    boolean isConfirmed(LoginLimit limit) {
        return confirmed && System.nanoTime() - confirmedAt < 2 * limit.nanos();
    }

    /** Asks the host, unless it is being asked. @return completed when the host has answered, or the time is over */
    CompletableFuture<Void> ask(Probe probe, LoginLimit limit) {
        CompletableFuture<Void> mine = new CompletableFuture<>();
        CompletableFuture<Void> others = running.compareAndExchange(null, mine);
        if (others != null) {
            return others;
        }
        // not one of the housekeeping threads, which are few: it waits for longer than their tasks do
        Thread thread = new Thread(() -> ask(probe, limit, mine), "binds-silent-host-" + address);
        thread.setDaemon(true);
        try {
            thread.start();
        } catch (Throwable e) { // no memory for a thread: the next borrower asks again
            running.set(null);
            throw e;
        }
        return mine;
    }

    private void ask(Probe probe, LoginLimit limit, CompletableFuture<Void> result) {
        boolean silent = false;
        long start = System.nanoTime();
        try {
            probe.run();
        } catch (SQLException e) {
            silent = isMeantBy(e, System.nanoTime() - start, limit);
            failure = e;
        } finally {
            if (silent) {
                confirmedAt = System.nanoTime();
                confirmed = true;
            } else {
                answered.run();
            }
            running.set(null);
            result.complete(null);
        }
    }
}
