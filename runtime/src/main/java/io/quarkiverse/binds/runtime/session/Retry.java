package io.quarkiverse.binds.runtime.session;

import java.util.concurrent.ThreadLocalRandom;

import org.jboss.logging.Logger;
import org.jboss.logging.Logger.Level;

import io.quarkiverse.binds.CommitOutcomeUnknownException;
import io.quarkiverse.binds.PartialCommitException;
import io.quarkiverse.binds.UnitOfWorkOptions;
import io.quarkiverse.binds.runtime.failure.Failure;

/**
 * Decides whether a unit of work that failed is run again, and after how long. The wait before the n-th repetition is random
 * between 0 and 10 ms * 2^n, at most 1 s: random, so that two units of work that collided do not collide again ("full jitter",
 * M. Brooker, Exponential Backoff And Jitter, AWS Architecture Blog 2015).
 */
public final class Retry {

    private static final Logger LOG = Logger.getLogger("io.quarkiverse.binds.session");

    static final long FIRST_WAIT_MILLIS = 10;
    static final long MAX_WAIT_MILLIS = 1000;

    private Retry() {
    }

    /**
     * Whether a unit of work that failed is run again.
     *
     * @param committed whether the unit of work has committed something, so that running it again would repeat that
     * @param tries the number of runs so far
     */
    static boolean again(Throwable failure, UnitOfWorkOptions options, boolean committed, int tries) {
        return tries <= options.retries() && mayRunAgain(failure, options, committed);
    }

    static boolean mayRunAgain(Throwable failure, UnitOfWorkOptions options, boolean committed) {
        if (failure instanceof PartialCommitException) {
            return false;
        }
        if (failure instanceof CommitOutcomeUnknownException) {
            return options.idempotent();
        }
        return Failure.of(failure).worthAnotherTry() && !isOwnRefusal(failure, options) && (!committed || options.idempotent());
    }

    /**
     * Resets the unit of work of a GET or HEAD request to its start if a connection was lost before anything was committed.
     *
     * @return whether it was reset, so that the request may be served again
     */
    public static boolean restartAfterLoss(UnitOfWorkContext unitOfWork, Exception failure) {
        UnitOfWorkAttributes attributes = unitOfWork.attributes();
        if (!attributes.retriesSafeMethods() || attributes.hasCommitted()
                || !isOfConnection(failure, attributes.options())) {
            return false;
        }
        LOG.debugf(failure, "The connection to a database was lost in %s, which is run again", attributes.name());
        unitOfWork.restart(UnitOfWorkOptions.defaults(), failure);
        return true;
    }

    /** Whether the same work is likely to succeed at once on another connection. */
    static boolean isOfConnection(Throwable failure, UnitOfWorkOptions options) {
        return Failure.of(failure).isOfConnection() && !isOwnRefusal(failure, options);
    }

    /** Whether the unit of work itself refuses writes, since it is read-only: it would do so on any server. */
    private static boolean isOwnRefusal(Throwable failure, UnitOfWorkOptions options) {
        return options.readOnly() && Failure.of(failure) == Failure.NOT_PRIMARY;
    }

    /** Waits before the next try. @return false if the thread was interrupted, in which case there is no further try */
    static boolean pause(int tries) {
        try {
            Thread.sleep(ThreadLocalRandom.current().nextLong(maxWait(tries) + 1));
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    static long maxWait(int tries) {
        return Math.min(MAX_WAIT_MILLIS, FIRST_WAIT_MILLIS << Math.min(tries, 10));
    }

    /** Adds the number of tries to the last error, which is thrown unchanged. */
    static void giveUp(Throwable last, String unitOfWork, int tries) {
        if (tries > 1) {
            String message = "The unit of work of " + unitOfWork + " was run " + tries
                    + " times; this is the last of its errors";
            last.addSuppressed(new IllegalStateException(message));
            // the pool has logged the failure of an unavailable database already
            LOG.logf(Failure.of(last) == Failure.UNAVAILABLE ? Level.DEBUG : Level.WARN,
                    "The unit of work of %s failed %d times and is given up: %s", unitOfWork, tries, last.getMessage());
        }
    }
}
