package io.quarkiverse.binds.runtime.session;

import jakarta.persistence.RollbackException;
import jakarta.transaction.TransactionSynchronizationRegistry;

/**
 * A method or statement that failed while it took part in a unit of work, or in a transaction.
 *
 * @param failure the exception of the method; null if it is not known
 */
record FailedPart(String method, Throwable failure) {

    private static final String KEY = FailedPart.class.getName();

    static FailedPart statement() {
        return new FailedPart("a statement", null);
    }

    /** Attaches the failure to the transaction of this thread, which no unit of work has begun, if it is the first. */
    void addTo(TransactionSynchronizationRegistry transaction) {
        if (transaction.getTransactionKey() != null && transaction.getResource(KEY) == null) {
            transaction.putResource(KEY, this);
        }
    }

    /** The failed part in the transaction of this thread, or null. */
    static FailedPart of(TransactionSynchronizationRegistry transaction) {
        return transaction.getTransactionKey() == null ? null : (FailedPart) transaction.getResource(KEY);
    }

    RollbackException refusal(String unitOfWork) {
        return new RollbackException("The commit of the unit of work of " + unitOfWork + " is refused: " + text()
                + ". Call db.rollback() before going on, or " + advice(), failure);
    }

    /**
     * @param outer the method whose return would commit the transaction
     */
    RollbackException refusalOfTransaction(String outer) {
        return new RollbackException("The transaction of " + outer + " is rolled back: " + text()
                + ". Let its exception through, or " + advice(), failure);
    }

    private String text() {
        return method + " took part in it and failed" + (failure == null ? "" : " with " + failure)
                + ", so a part of the work is missing";
    }

    private static String advice() {
        return "give that part a transaction of its own with @Transactional(REQUIRES_NEW) or db.run(...)";
    }
}
