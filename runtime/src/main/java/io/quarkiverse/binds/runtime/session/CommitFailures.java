package io.quarkiverse.binds.runtime.session;

import jakarta.persistence.PersistenceException;
import jakarta.persistence.RollbackException;
import jakarta.transaction.HeuristicMixedException;

import io.quarkiverse.binds.runtime.transaction.CommitRecord;

/** Creates the exceptions for a failed commit. */
final class CommitFailures {

    private CommitFailures() {
    }

    /** Translates the exception of the transaction manager; the record of the commit has more details than the manager. */
    static RuntimeException translate(CommitRecord outcome, Exception e) {
        RuntimeException ofBinds = outcome.failure();
        if (ofBinds != null) {
            return ofBinds;
        }
        // an exception of the application's commit listener is thrown unchanged
        if (e.getCause() instanceof RuntimeException ofListener) {
            return ofListener;
        }
        if (e instanceof HeuristicMixedException) {
            return new PersistenceException(
                    "The outcome of the commit is unknown: some binds may be committed and others rolled back. The log of the"
                            + " transaction manager names the branches",
                    e);
        }
        return refused(e);
    }

    static RuntimeException refused(Exception cause) {
        return new RollbackException(
                "The commit was refused and everything is rolled back: an exception of an"
                        + " earlier statement marked the transaction for rollback, or it timed out"
                        + " (quarkus.transaction-manager.default-transaction-timeout)",
                cause);
    }
}
