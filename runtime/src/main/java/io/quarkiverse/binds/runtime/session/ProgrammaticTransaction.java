package io.quarkiverse.binds.runtime.session;

import java.util.function.Supplier;

import jakarta.transaction.Transaction;

import org.jboss.logging.Logger;

/**
 * A transaction that {@code UserTransaction.begin()} or {@code QuarkusTransaction.begin()} has begun within a unit of work.
 *
 * @param endsWithRequest whether Quarkus ends it together with the request scope
 */
record ProgrammaticTransaction(Transaction transaction, boolean endsWithRequest) {

    private static final Logger LOG = Logger.getLogger("io.quarkiverse.binds.session");

    /** Rolls the transaction back if this thread still has it. */
    void rollback(JtaTransactions transactions, Supplier<String> unitOfWork) {
        if (transaction.equals(transactions.current())) {
            LOG.warnf(
                    "A transaction that was begun by hand in the unit of work of %s has not been ended, it is rolled back: call"
                            + " commit() or rollback() of UserTransaction or QuarkusTransaction",
                    unitOfWork.get());
            transactions.rollback();
        }
    }
}
