package io.quarkiverse.binds.runtime.session;

import jakarta.transaction.Synchronization;
import jakarta.transaction.SystemException;
import jakarta.transaction.Transaction;
import jakarta.transaction.TransactionManager;
import jakarta.transaction.UserTransaction;

import org.hibernate.engine.transaction.jta.platform.spi.JtaPlatform;

/**
 * The JTA platform of one session. Hibernate asks it with each use of a session that has joined no transaction, whether there
 * is one to join; the unit of work begins its transaction then. A use of a session that has joined costs nothing. Confined to
 * the thread of its session.
 */
final class JoiningJtaPlatform implements JtaPlatform {

    private static final long serialVersionUID = 1L;

    private final transient JtaPlatform delegate;
    private transient JoiningSession session;

    JoiningJtaPlatform(JtaPlatform delegate) {
        this.delegate = delegate;
    }

    /** @param joining the session of this platform; before this call, which ends its construction, it only joins */
    void attach(JoiningSession joining) {
        session = joining;
    }

    @Override
    public boolean canRegisterSynchronization() {
        return (session == null || session.beginTransaction()) && delegate.canRegisterSynchronization();
    }

    @Override
    public void registerSynchronization(Synchronization synchronization) {
        if (session != null) {
            session.observe();
        }
        delegate.registerSynchronization(synchronization);
    }

    @Override
    public TransactionManager retrieveTransactionManager() {
        return delegate.retrieveTransactionManager();
    }

    @Override
    public UserTransaction retrieveUserTransaction() {
        return delegate.retrieveUserTransaction();
    }

    @Override
    public Object getTransactionIdentifier(Transaction transaction) {
        return delegate.getTransactionIdentifier(transaction);
    }

    @Override
    public int getCurrentStatus() throws SystemException {
        return delegate.getCurrentStatus();
    }
}
