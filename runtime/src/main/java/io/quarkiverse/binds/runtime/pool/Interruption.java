package io.quarkiverse.binds.runtime.pool;

import java.nio.channels.ClosedByInterruptException;

import io.quarkiverse.binds.runtime.failure.Causes;

/**
 * Distinguishes a connection closed by an interrupt from one closed by its server. A channel is closed if its thread is
 * interrupted before or while it reads or writes; the server and the other connections still work.
 */
final class Interruption {

    private Interruption() {
    }

    /** Whether the calling thread is interrupted: any use of a connection would close it. */
    static boolean isPending() {
        return Thread.currentThread().isInterrupted();
    }

    /** Whether the interrupt of the calling thread is the cause of a failure; drivers do not always name it as the cause. */
    static boolean isCauseOf(Throwable failure) {
        if (isPending()) {
            return true;
        }
        return Causes.of(failure).stream()
                .anyMatch(t -> t instanceof ClosedByInterruptException || t instanceof InterruptedException);
    }

    /**
     * Refuses an interrupted borrower, which could only close the connection.
     *
     * @throws OpeningFailedException if the calling thread is interrupted
     */
    static void check(PoolSettings settings) {
        if (isPending()) {
            throw new OpeningFailedException(PoolErrors.interrupted(settings));
        }
    }
}
