package io.quarkiverse.binds.runtime.dynamic;

import java.time.Duration;

/** Until when somebody waits. */
final class Deadline {

    private final boolean never;
    private final long at;

    /**
     * @param timeout zero for as long as it takes
     */
    Deadline(Duration timeout) {
        never = timeout.isZero();
        at = System.nanoTime() + timeout.toNanos();
    }

    /** In nanoseconds; not above zero when it is over. */
    long remaining() {
        return never ? Long.MAX_VALUE : at - System.nanoTime();
    }

    boolean isOver() {
        return remaining() <= 0;
    }
}
