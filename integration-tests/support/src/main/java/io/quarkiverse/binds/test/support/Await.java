package io.quarkiverse.binds.test.support;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** Looks again and again, at most until a deadline: for what another thread or process does. */
public final class Await {

    private static final long BETWEEN_NANOS = Duration.ofMillis(20).toNanos();
    /** Nothing that a test waits for takes this long, even on a busy machine. */
    private static final Duration LONG = Duration.ofSeconds(30);

    private Await() {
    }

    /** @return whether it became true; the caller asserts, with what it sees then */
    public static boolean until(Duration atMost, BooleanSupplier condition) {
        long deadline = System.nanoTime() + atMost.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > deadline) {
                return false;
            }
            LockSupport.parkNanos(BETWEEN_NANOS);
        }
        return true;
    }

    /**
     * Fails if it does not become true within half a minute.
     *
     * @param what was expected
     */
    public static void until(String what, BooleanSupplier condition) {
        until(what, LONG, condition);
    }

    /**
     * Fails if it does not become true.
     *
     * @param what was expected
     */
    public static void until(String what, Duration atMost, BooleanSupplier condition) {
        if (!until(atMost, condition)) {
            throw new AssertionError("not within " + atMost + ": " + what);
        }
    }
}
