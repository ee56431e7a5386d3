package io.quarkiverse.binds.runtime.session;

/**
 * The failures of the current transaction of a unit of work that rule out its commit. Confined to the thread of its unit of
 * work.
 */
final class FailureState {

    private FailedPart failedPart;
    private boolean markedByFailure;

    /** The first participating method that failed; null if none did. */
    FailedPart failedPart() {
        return failedPart;
    }

    void add(FailedPart failed) {
        if (failedPart == null) {
            failedPart = failed;
        }
    }

    /** Records that a failure, not the application, has marked the transaction for rollback. */
    void markedByFailure() {
        markedByFailure = true;
    }

    boolean isMarkedByFailure() {
        return markedByFailure;
    }

    void committed() {
        markedByFailure = false;
    }

    void forget() {
        failedPart = null;
        markedByFailure = false;
    }

    /** Refuses a commit if a part has failed: half of the work must not be committed. */
    void requireNone(UnitOfWorkAttributes unitOfWork) {
        if (failedPart != null) {
            throw failedPart.refusal(unitOfWork.name());
        }
    }
}
