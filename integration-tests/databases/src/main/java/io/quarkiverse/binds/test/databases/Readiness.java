package io.quarkiverse.binds.test.databases;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/** Waits for a server to accept logins. */
final class Readiness {

    private static final long INTERVAL = 20;
    /** Bound for access denials of a container that is still initialising; later a denial is final. */
    private static final Duration DENIED_BOUND = Duration.ofSeconds(10);

    private Readiness() {
    }

    /** Query on a connection. */
    interface Check {
        boolean test(Connection connection) throws SQLException;
    }

    /**
     * Waits until a login and the check succeed.
     *
     * @param alive returns false when the server cannot come up any more
     * @param problem description of the failure
     */
    static void await(Admin admin, Duration bound, BooleanSupplier alive, Check check, Supplier<String> problem)
            throws UnavailableException {
        long end = System.nanoTime() + bound.toNanos();
        long denied = 0;
        SQLException last = null;
        while (System.nanoTime() < end) {
            if (!alive.getAsBoolean()) {
                throw new UnavailableException(problem.get(), last);
            }
            if (admin.listens()) {
                try (Connection connection = admin.connect("")) {
                    if (check.test(connection)) {
                        return;
                    }
                } catch (SQLException e) {
                    last = e;
                    if (admin.endpoint().kind().dialect.isAccessDenied(e)) {
                        denied = denied == 0 ? System.nanoTime() : denied;
                        if (System.nanoTime() - denied > DENIED_BOUND.toNanos()) {
                            throw new UnavailableException("it refuses the administrator: " + e.getMessage(), e);
                        }
                    }
                }
            }
            pause();
        }
        throw new UnavailableException("not ready after " + bound.toSeconds() + " s; " + problem.get(), last);
    }

    private static void pause() {
        try {
            Thread.sleep(INTERVAL);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while waiting for a server", e);
        }
    }
}
