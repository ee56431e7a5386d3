package io.quarkiverse.binds.runtime.session;

import java.util.function.Supplier;

import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;

import org.hibernate.FlushMode;
import org.hibernate.HibernateException;
import org.hibernate.engine.spi.SessionImplementor;
import org.jboss.logging.Logger;

import io.quarkiverse.binds.runtime.changes.TransactionChanges;

/**
 * A session for an attempt that may fail, such as an insert of a row that may exist. It takes part in the transaction of its
 * thread, but its exceptions do not mark the transaction for rollback, and leave the other sessions as they are. Its user
 * undoes what the server keeps of a failed attempt, and calls {@link #close()}, after which no entity is managed by it.
 * <p>
 * One session is kept for each transaction and bind, since Hibernate keeps a session that was closed within a transaction until
 * the end of the transaction. Confined to the thread of the transaction.
 */
public final class AttemptSession implements AutoCloseable {

    private static final Logger LOG = Logger.getLogger("io.quarkiverse.binds.session");

    private final TransactionSynchronizationRegistry registry;
    private final Key key;
    private final SessionImplementor session;
    /** Null if nobody observes changes. */
    private final TransactionChanges changes;
    private boolean kept;

    /** Key of the idle session in the transaction. */
    private record Key(String bind) {
    }

    private AttemptSession(TransactionSynchronizationRegistry registry, Key key, SessionImplementor session) {
        this.registry = registry;
        this.key = key;
        this.session = session;
        this.changes = TransactionChanges.of(registry);
        if (changes != null) {
            changes.beginAttempt(session);
        }
    }

    static AttemptSession take(TransactionSynchronizationRegistry registry, String bind, Supplier<SessionImplementor> opener) {
        Key key = new Key(bind);
        SessionImplementor idle = (SessionImplementor) registry.getResource(key);
        if (idle != null) {
            registry.putResource(key, null); // an attempt within this one, as by an entity listener, gets another session
            return new AttemptSession(registry, key, idle);
        }
        SessionImplementor opened = opener.get();
        ((UnitOfWorkTransactionCoordinator) opened.getTransactionCoordinator()).keepTransactionOnFailure();
        opened.setHibernateFlushMode(FlushMode.MANUAL);
        registry.registerInterposedSynchronization(new CloseAfter(opened));
        return new AttemptSession(registry, key, opened);
    }

    public SessionImplementor session() {
        return session;
    }

    /** Records that the attempt has succeeded; otherwise nothing of it is kept by the server. */
    public void keep() {
        kept = true;
    }

    /** Detaches all entities and keeps the session for the next attempt in this transaction. */
    @Override
    public void close() {
        session.clear();
        if (changes != null) {
            changes.endAttempt(session, kept);
        }
        registry.putResource(key, session);
    }

    private record CloseAfter(SessionImplementor session) implements Synchronization {

        @Override
        public void beforeCompletion() {
            // nothing to flush: the session is empty between attempts
        }

        @Override
        public void afterCompletion(int status) {
            try {
                if (!session.isClosed()) {
                    // such as evictions from the cache; Hibernate itself would run them after this, too late
                    session.getActionQueue().afterTransactionCompletion(status == Status.STATUS_COMMITTED);
                    session.close();
                }
            } catch (HibernateException e) {
                LOG.warn("A session cannot be closed at the end of its transaction", e);
            }
        }
    }
}
