package io.quarkiverse.binds.test.connections;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** Looks again and again, at most until a deadline. */
final class Await {

    private static final long BETWEEN_NANOS = Duration.ofMillis(20).toNanos();

    private Await() {
    }

    /** @return whether it became true; the caller asserts, with what it sees then */
    static boolean until(Duration atMost, BooleanSupplier condition) {
        long deadline = System.nanoTime() + atMost.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > deadline) {
                return false;
            }
            LockSupport.parkNanos(BETWEEN_NANOS);
        }
        return true;
    }
}
