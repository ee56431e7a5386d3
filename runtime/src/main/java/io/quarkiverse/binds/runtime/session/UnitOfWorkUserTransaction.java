package io.quarkiverse.binds.runtime.session;

import jakarta.transaction.HeuristicMixedException;
import jakarta.transaction.HeuristicRollbackException;
import jakarta.transaction.NotSupportedException;
import jakarta.transaction.RollbackException;
import jakarta.transaction.Status;
import jakarta.transaction.SystemException;
import jakarta.transaction.Transaction;
import jakarta.transaction.UserTransaction;

/**
 * The {@code UserTransaction} of the application, which {@code QuarkusTransaction} uses too. A transaction begun by the
 * application is separate: that of the unit of work is suspended until it ends, whether or not the unit of work has used a
 * database before. Within {@code @Transactional} everything is as in Quarkus. Thread-safe.
 */
final class UnitOfWorkUserTransaction implements UserTransaction {

    private final UserTransaction quarkus;
    private final CurrentUnitOfWork current;
    private final JtaTransactions transactions;
    private final TransactionCaller caller = new TransactionCaller(UnitOfWorkUserTransaction.class);

    UnitOfWorkUserTransaction(UserTransaction quarkus, CurrentUnitOfWork current) {
        this.quarkus = quarkus;
        this.current = current;
        this.transactions = current.transactions();
    }

    @Override
    public void begin() throws NotSupportedException, SystemException {
        UnitOfWorkContext unitOfWork = current.getParticipating();
        if (unitOfWork == null || unitOfWork.isTransactional()) {
            beginTransactional(unitOfWork);
            quarkus.begin();
            return;
        }
        boolean endsWithRequest = caller.isRequestScoped();
        unitOfWork.suspension().suspend();
        try {
            quarkus.begin();
        } catch (NotSupportedException | SystemException | RuntimeException e) {
            unitOfWork.suspension().resume();
            throw e;
        }
        unitOfWork.suspension().pauseFor(new ProgrammaticTransaction(transactions.current(), endsWithRequest));
    }

    @Override
    public void commit() throws RollbackException, HeuristicMixedException, HeuristicRollbackException, SystemException {
        refuseWithoutBegin("commit");
        Transaction ending = transactions.current();
        try {
            quarkus.commit();
        } finally {
            resumeAfter(ending);
        }
    }

    @Override
    public void rollback() throws SystemException {
        refuseWithoutBegin("rollback");
        Transaction ending = transactions.current();
        try {
            quarkus.rollback();
        } finally {
            resumeAfter(ending);
        }
    }

    private void refuseWithoutBegin(String operation) {
        if (isOfUnitOfWork()) {
            throw new IllegalStateException("There is no transaction that UserTransaction.begin() or QuarkusTransaction.begin()"
                    + " has begun: that of the unit of work is ended by db." + operation + "()");
        }
    }

    private void resumeAfter(Transaction ended) {
        UnitOfWorkContext unitOfWork = current.getOwned();
        if (unitOfWork != null) {
            unitOfWork.suspension().resumeAfter(ended);
        }
    }

    @Override
    public int getStatus() throws SystemException {
        beginTransactional(current.getParticipating());
        return isOfUnitOfWork() ? Status.STATUS_NO_TRANSACTION : quarkus.getStatus();
    }

    /**
     * Begins a transaction within {@code @Transactional}, since a commit or rollback of the unit of work may have ended the
     * last one.
     */
    private static void beginTransactional(UnitOfWorkContext unitOfWork) {
        if (unitOfWork != null && unitOfWork.isTransactional()) {
            unitOfWork.begin();
        }
    }

    /** Whether the transaction of this thread belongs to the unit of work, outside of any {@code @Transactional} method. */
    private boolean isOfUnitOfWork() {
        UnitOfWorkContext unitOfWork = current.getOwned();
        return unitOfWork != null && unitOfWork.hasTransaction() && !unitOfWork.isTransactional()
                && current.getParticipating() == unitOfWork;
    }

    @Override
    public void setRollbackOnly() throws SystemException {
        quarkus.setRollbackOnly();
        if (caller.isFailedTask()) {
            FailedPart failed = new FailedPart("the task of QuarkusTransaction.joiningExisting()", null);
            UnitOfWorkContext unitOfWork = current.getParticipating();
            if (unitOfWork == null) {
                failed.addTo(transactions.registry());
            } else {
                unitOfWork.failed(failed);
            }
        }
    }

    @Override
    public void setTransactionTimeout(int seconds) throws SystemException {
        quarkus.setTransactionTimeout(seconds);
    }
}
