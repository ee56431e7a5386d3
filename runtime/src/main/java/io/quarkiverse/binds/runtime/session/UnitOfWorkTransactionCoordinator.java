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
    /** The sessions of the unit of work that the session was opened in, which close it if it is theirs; null without one. */
    private final SessionsAndTransaction openedIn;
    private TransactionDriver driver;
    private boolean joining;
    private boolean keepsTransaction;
    /** The unit of work without a transaction that the session is used in; null if there was none at the last use. */
    private UnitOfWorkReads reading;

    UnitOfWorkTransactionCoordinator(TransactionCoordinatorBuilder builder, CurrentUnitOfWork current,
            SessionsAndTransaction openedIn, TransactionCoordinatorOwner owner, TransactionCoordinatorBuilder.Options options,
            JoiningJtaPlatform platform,
            JdbcSessionContext context) {
        super(builder, owner, options.shouldAutoJoinTransaction(), platform, context.isPreferUserTransaction(),
                context.isJtaTrackByThread());
        this.current = current;
        this.openedIn = openedIn;
        platform.attach(this);
    }

    @Override
    public boolean beginTransaction() {
        if (joining) {
            return true;
        }
        if (openedIn != null && openedIn.isResting() || isReading()) {
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
        ObservedTransaction observed = current.observedTransaction();
        if (observed != null) {
            observed.add(this);
        }
    }

    @Override
    public Object session() {
        return keepsTransaction ? null : getTransactionCoordinatorOwner().getJdbcSessionOwner();
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
                || reading != null && isReading();
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
