package io.quarkiverse.binds.runtime.dynamic;

import java.time.Duration;

/** The end of a wait. Immutable. */
final class Deadline {

    private final boolean unlimited;
    private final long endNanos;

    /**
     * @param timeout zero for no limit
     */
    Deadline(Duration timeout) {
        unlimited = timeout.isZero();
        endNanos = System.nanoTime() + timeout.toNanos();
    }

    /** @return the remaining nanoseconds; zero or less when the deadline is over */
    long remaining() {
        return unlimited ? Long.MAX_VALUE : endNanos - System.nanoTime();
    }

    boolean isOver() {
        return remaining() <= 0;
    }
}
