package io.quarkiverse.binds.runtime.session;

import java.util.concurrent.ThreadLocalRandom;

import org.jboss.logging.Logger;
import org.jboss.logging.Logger.Level;

import io.quarkiverse.binds.CommitOutcomeUnknownException;
import io.quarkiverse.binds.PartialCommitException;
import io.quarkiverse.binds.UnitOptions;
import io.quarkiverse.binds.runtime.failure.Failure;

/**
 * Whether a unit of work that failed is run again, and after how long. The wait before the n-th repetition is random between 0
 * and 10 ms * 2^n, at most 1 s: random, so that two units which met do not meet again ("full jitter", M. Brooker, Exponential
 * Backoff And Jitter, AWS Architecture Blog 2015).
 */
final class Retry {

    private static final Logger LOG = Logger.getLogger("io.quarkiverse.binds.session");

    static final long FIRST_MILLIS = 10;
    static final long LONGEST_MILLIS = 1000;

    private Retry() {
    }

    /**
     * @param committed whether the unit has committed something, so that running it again would do that twice
     * @param tries how often it has been run
     */
    static boolean again(Throwable failure, UnitOptions options, boolean committed, int tries) {
        return tries <= options.retries() && mayRunAgain(failure, options, committed);
    }

    static boolean mayRunAgain(Throwable failure, UnitOptions options, boolean committed) {
        if (failure instanceof PartialCommitException) {
            return false;
        }
        if (failure instanceof CommitOutcomeUnknownException) {
            return options.idempotent();
        }
        return Failure.of(failure).worthAnotherTry() && (!committed || options.idempotent());
    }

    /** Waits before the next try. @return false if the thread was interrupted, which ends the trying */
    static boolean pause(int tries) {
        try {
            Thread.sleep(ThreadLocalRandom.current().nextLong(longest(tries) + 1));
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    static long longest(int tries) {
        return Math.min(LONGEST_MILLIS, FIRST_MILLIS << Math.min(tries, 10));
    }

    /** The last error goes on as it is; what it is the last of stands with it. */
    static void giveUp(Throwable last, String unit, int tries) {
        if (tries > 1) {
            String message = "The unit of work of " + unit + " was run " + tries + " times; this is the last of its errors";
            last.addSuppressed(new IllegalStateException(message));
            // of a database that is not there the log knows already
            LOG.logf(Failure.of(last) == Failure.UNAVAILABLE ? Level.DEBUG : Level.WARN,
                    "The unit of work of %s failed %d times and is given up: %s", unit, tries, last.getMessage());
        }
    }
}
