package io.quarkiverse.binds.runtime.session;

import java.util.function.Supplier;
import java.util.function.UnaryOperator;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Alternative;
import jakarta.inject.Inject;

import org.hibernate.Session;
import org.hibernate.SharedSessionContract;
import org.hibernate.StatelessSession;

import io.quarkus.hibernate.orm.runtime.TransactionSessions;

/**
 * Provides the session for each call of Quarkus's {@code Session}, {@code EntityManager} and {@code StatelessSession} beans,
 * and thereby of Panache and Jakarta Data repositories: that of the unit of work. Without a unit of work, or in a transaction
 * that belongs to something else, it is Quarkus's own session. Thread-safe.
 */
@Alternative
@Priority(1)
@ApplicationScoped
public class UnitOfWorkSessions extends TransactionSessions {

    @Inject
    CurrentUnitOfWork current;

    @Inject
    UnitOfWorkDatabases databases;

    private final ThreadLocal<UnaryOperator<Session>> decoration = new ThreadLocal<>();

    @Override
    public Session getSession(String persistenceUnit) {
        SessionsAndTransaction sessions = current.used();
        Session session = sessions == null ? quarkusSession(persistenceUnit) : sessions.session(persistenceUnit);
        UnaryOperator<Session> decorator = decoration.get();
        return decorator == null ? session : decorator.apply(session);
    }

    /** Calls code that gets a decorated session from Quarkus's beans on this thread, such as that of Panache. */
    public <T> T decorated(UnaryOperator<Session> decorator, Supplier<T> code) {
        UnaryOperator<Session> before = decoration.get();
        decoration.set(decorator);
        try {
            return code.get();
        } finally {
            if (before == null) {
                decoration.remove();
            } else {
                decoration.set(before);
            }
        }
    }

    @Override
    public StatelessSession getStatelessSession(String persistenceUnit) {
        SessionsAndTransaction sessions = current.used();
        if (sessions != null) {
            return sessions.statelessSession(persistenceUnit);
        }
        StatelessSession session = super.getStatelessSession(persistenceUnit);
        requireSameDatabase(persistenceUnit, session);
        return session;
    }

    /** Quarkus's own session, bound to the transaction, or to the request if there is no transaction. */
    Session quarkusSession(String persistenceUnit) {
        Session session = super.getSession(persistenceUnit);
        requireSameDatabase(persistenceUnit, session);
        return session;
    }

    /**
     * Refuses a session of another database: Quarkus keeps a session for as long as the transaction, or the request, lasts, and
     * the key may have changed meanwhile.
     */
    private void requireSameDatabase(String persistenceUnit, SharedSessionContract session) {
        if (current.persistenceUnits().isDynamic(persistenceUnit)) {
            databases.requireSame(persistenceUnit, session.getTenantIdentifier());
        }
    }
}
