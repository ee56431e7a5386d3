package io.quarkiverse.binds.runtime.session;

import org.hibernate.resource.transaction.spi.TransactionCoordinator.TransactionDriver;
import org.hibernate.resource.transaction.spi.TransactionStatus;

/**
 * Makes Hibernate's {@code Transaction} control the unit of work: {@code begin} begins its transaction, {@code commit} is
 * {@code db.commit()} and {@code rollback} is {@code db.rollback()}. Outside of a unit of work, and within a
 * {@code @Transactional} method, whose end decides, it works as in Hibernate. Confined to the thread of its session.
 */
final class UnitOfWorkTransactionDriver implements TransactionDriver {

    private final TransactionDriver delegate;
    private final CurrentUnitOfWork current;
    private final Runnable join;
    private final boolean keepsTransaction;

    /**
     * @param delegate the driver of Hibernate
     * @param join makes the session join the transaction of this thread
     * @param keepsTransaction whether the transaction survives exceptions of the session
     */
    UnitOfWorkTransactionDriver(TransactionDriver delegate, CurrentUnitOfWork current, Runnable join,
            boolean keepsTransaction) {
        this.delegate = delegate;
        this.current = current;
        this.join = join;
        this.keepsTransaction = keepsTransaction;
    }

    @Override
    public void begin() {
        SessionsAndTransaction sessions = current.beginParticipating();
        if (sessions == null) {
            delegate.begin();
        } else {
            join.run();
        }
    }

    @Override
    public void commit() {
        UnitOfWorkContext unitOfWork = controlled();
        if (unitOfWork == null) {
            delegate.commit();
        } else {
            unitOfWork.commit();
        }
    }

    @Override
    public void rollback() {
        UnitOfWorkContext unitOfWork = current.getParticipating();
        if (unitOfWork != null && !unitOfWork.isTransactional()) {
            unitOfWork.rollback();
        } else if (unitOfWork != null && !unitOfWork.hasTransaction()) {
            // the rollback has ended the transaction, and the enclosing method continues with the next one
            unitOfWork.failed(new FailedPart("a transaction of Hibernate", null));
        } else {
            delegate.rollback();
            current.statementFailed();
        }
    }

    /** The unit of work that a commit of this session commits; null if something else decides. */
    private UnitOfWorkContext controlled() {
        UnitOfWorkContext unitOfWork = current.getParticipating();
        return unitOfWork != null && !unitOfWork.isTransactional() ? unitOfWork : null;
    }

    /**
     * The status for Hibernate. Within a unit of work it is always active, since each use begins the next transaction:
     * otherwise Hibernate would refuse a commit after one of the unit of work, as by a nested {@code @Transactional} method,
     * though everything is stored. A unit of work with a failed part can only be rolled back, even if the failure has rolled
     * back already.
     */
    @Override
    public TransactionStatus getStatus() {
        TransactionStatus status = delegate.getStatus();
        if (status == TransactionStatus.NOT_ACTIVE) {
            UnitOfWorkContext unitOfWork = current.getOwned();
            if (unitOfWork != null && unitOfWork.hasFailedPart()) {
                return TransactionStatus.MARKED_ROLLBACK;
            }
            return unitOfWork != null && unitOfWork.includes(null) ? TransactionStatus.ACTIVE : status;
        }
        return status;
    }

    /**
     * Whether there is a transaction to commit or to mark for rollback. A unit of work that reads by statement begins it here:
     * Hibernate asks this in place of {@link #begin()}, which it calls only if there is none.
     */
    @Override
    public boolean isActive() {
        if (current.reads() != null) {
            begin();
        }
        return TransactionDriver.super.isActive();
    }

    @Override
    public void markRollbackOnly() {
        if (keepsTransaction) {
            return;
        }
        delegate.markRollbackOnly();
        current.statementFailed();
    }
}
