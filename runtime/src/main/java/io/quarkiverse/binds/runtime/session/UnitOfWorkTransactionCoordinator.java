package io.quarkiverse.binds.runtime.session;

import org.hibernate.engine.spi.SharedSessionContractImplementor;
import org.hibernate.resource.jdbc.spi.JdbcSessionContext;
import org.hibernate.resource.transaction.backend.jta.internal.JtaTransactionCoordinatorImpl;
import org.hibernate.resource.transaction.spi.TransactionCoordinatorBuilder;
import org.hibernate.resource.transaction.spi.TransactionCoordinatorOwner;

/**
 * Joins a session to the unit of work of its thread: each use of the session begins the transaction of the unit of work, if it
 * has not begun, and joins it. In a unit of work that reads by statement the session joins when the transaction begins; before
 * that it counts as being in a transaction for Hibernate, so that changes are flushed before queries, as always. Confined to
 * the thread of its session.
 */
final class UnitOfWorkTransactionCoordinator extends JtaTransactionCoordinatorImpl implements JoiningSession {

    private final CurrentUnitOfWork current;
    private TransactionDriver driver;
    private boolean joining;
    private boolean resting;
    private boolean keepsTransaction;
    /** The unit of work without a transaction that the session is used in; null if there was none at the last use. */
    private UnitOfWorkReads reading;

    UnitOfWorkTransactionCoordinator(TransactionCoordinatorBuilder builder, CurrentUnitOfWork current,
            TransactionCoordinatorOwner owner, TransactionCoordinatorBuilder.Options options, JoiningJtaPlatform platform,
            JdbcSessionContext context) {
        super(builder, owner, options.shouldAutoJoinTransaction(), platform, context.isPreferUserTransaction(),
                context.isJtaTrackByThread());
        this.current = current;
        platform.attach(this);
    }

    @Override
    public boolean beginTransaction() {
        if (resting) {
            return false;
        }
        if (joining) {
            return true;
        }
        if (isReading()) {
            return false;
        }
        SessionsAndTransaction sessions = current.useParticipating();
        if (sessions != null) {
            sessions.addJoining(this);
        }
        reading = sessions == null || sessions.hasTransaction() ? null : current.reads();
        return reading == null;
    }

    private boolean isReading() {
        return reading != null && reading.isCurrent();
    }

    @Override
    public void explicitJoin() {
        if (isReading()) {
            current.beginParticipating();
        }
        super.explicitJoin();
    }

    @Override
    public void observe() {
        observeIn(current.observedTransaction());
    }

    /** @param observed may be null */
    void observeIn(ObservedTransaction observed) {
        if (observed != null) {
            observed.add(this);
        }
    }

    @Override
    public Object session() {
        return keepsTransaction ? null : getTransactionCoordinatorOwner().getJdbcSessionOwner();
    }

    @Override
    public void setResting(boolean resting) {
        this.resting = resting;
    }

    /** Makes the transaction survive exceptions of this session, whose user handles them and flushes it. */
    void keepTransactionOnFailure() {
        keepsTransaction = true;
        driver = null;
    }

    @Override
    public void join() {
        if (isOpen()) {
            joining = true;
            try {
                pulse();
            } finally {
                joining = false;
            }
        }
    }

    @Override
    public boolean isOpen() {
        return getTransactionCoordinatorOwner().getJdbcSessionOwner() instanceof SharedSessionContractImplementor session
                && session.isOpenOrWaitingForAutoClose();
    }

    /**
     * Asked by Hibernate several times for each statement; the driver of a unit of work differs only if there is no
     * transaction.
     */
    @Override
    public boolean isTransactionActive() {
        return isJoined() && (super.getTransactionDriverControl().isActive() || getTransactionDriverControl().isActive())
                || isReading();
    }

    @Override
    public TransactionDriver getTransactionDriverControl() {
        if (driver == null) {
            driver = new UnitOfWorkTransactionDriver(super.getTransactionDriverControl(), current, this::explicitJoin,
                    keepsTransaction);
        }
        return driver;
    }

    @Override
    public void invalidate() {
        super.invalidate();
        driver = null;
    }
}
