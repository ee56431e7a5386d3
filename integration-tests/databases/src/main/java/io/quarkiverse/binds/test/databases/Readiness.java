package io.quarkiverse.binds.test.databases;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/** Waiting for a server. */
final class Readiness {

    private static final long INTERVAL = 20;
    private static final int ACCESS_DENIED = 1045;
    /** Of a server in a container that still sets itself up; later it is final. */
    private static final Duration DENIED_BOUND = Duration.ofSeconds(10);

    private Readiness() {
    }

    /** What is asked of a connection. */
    interface Check {
        boolean test(Connection connection) throws SQLException;
    }

    /**
     * Returns when a login succeeds and the check says yes.
     *
     * @param alive says no when the server can no longer come up
     * @param problem what to tell when it does not come up
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
                    if (e.getErrorCode() == ACCESS_DENIED) {
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
