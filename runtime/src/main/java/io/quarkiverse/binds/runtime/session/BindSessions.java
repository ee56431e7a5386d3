package io.quarkiverse.binds.runtime.session;

import java.util.LinkedHashMap;
import java.util.Map;

import org.hibernate.HibernateException;
import org.hibernate.Session;
import org.hibernate.SharedSessionContract;
import org.hibernate.StatelessSession;
import org.jboss.logging.Logger;

import io.quarkiverse.binds.Isolation;
import io.quarkiverse.binds.runtime.config.BindNames;

/**
 * The Hibernate sessions of a unit of work, one per bind, opened at the first use. Confined to the thread of its unit of work.
 */
final class BindSessions {

    private static final Logger LOG = Logger.getLogger("io.quarkiverse.binds.session");

    private final PersistenceUnits persistenceUnits;
    private final DatabaseResolver databases;
    private final UnitOfWorkAttributes unitOfWork;
    private final Map<String, Session> sessions = new LinkedHashMap<>(4);
    private Map<String, StatelessSession> statelessSessions = Map.of();

    BindSessions(UnitOfWorkServices services, UnitOfWorkAttributes unitOfWork) {
        this.persistenceUnits = services.persistenceUnits;
        this.databases = services.databases;
        this.unitOfWork = unitOfWork;
    }

    boolean isEmpty() {
        return sessions.isEmpty();
    }

    Session session(String bind) {
        String database = persistenceUnits.isDynamic(bind) ? unitOfWork.database(bind) : null;
        Session session = sessions.get(bind);
        if (session == null || !session.isOpen()) {
            requireIsolationSupported(bind);
            session = database == null ? persistenceUnits.factory(bind).openSession()
                    : persistenceUnits.open(bind, databases.tenant(bind, database));
            sessions.put(bind, session);
        }
        return session;
    }

    StatelessSession statelessSession(String bind) {
        String database = persistenceUnits.isDynamic(bind) ? unitOfWork.database(bind) : null;
        StatelessSession session = statelessSessions.get(bind);
        if (session == null || !session.isOpen()) {
            requireIsolationSupported(bind);
            session = persistenceUnits.openStateless(bind, database == null ? null : databases.tenant(bind, database));
            if (statelessSessions.isEmpty()) {
                statelessSessions = new LinkedHashMap<>(4); // most units of work use none
            }
            statelessSessions.put(bind, session);
        }
        return session;
    }

    private void requireIsolationSupported(String bind) {
        if (unitOfWork.options().isolation() != Isolation.DEFAULT && persistenceUnits.isTwoPhase(bind)) {
            throw new IllegalStateException("A unit of work cannot set the isolation level of " + BindNames.display(bind)
                    + ", because the bind uses two-phase commit: set quarkus.binds.<name>.isolation");
        }
    }

    /** Flushes the session of one bind, if it has one. */
    void flush(String bind) {
        Session session = sessions.get(bind);
        if (session != null && session.isOpen()) {
            session.flush();
        }
    }

    /** Detaches all entities: after a rollback they would represent rows that do not exist. The settings of a session stay. */
    void clear() {
        sessions.values().removeIf(session -> !isCleared(session));
    }

    private static boolean isCleared(Session session) {
        try {
            if (isOpen(session)) {
                session.clear();
                return true;
            }
        } catch (HibernateException e) {
            session.close();
        }
        return false;
    }

    /**
     * Whether a session is open. A session whose transaction was rolled back by another thread, such as by the reaper after a
     * timeout or at the end of a stage, throws an exception at its next call, whatever it is, but is still open.
     */
    private static boolean isOpen(SharedSessionContract session) {
        try {
            return session.isOpen();
        } catch (HibernateException e) {
            return session.isOpen();
        }
    }

    void close() {
        sessions.values().forEach(BindSessions::close);
        sessions.clear();
        statelessSessions.values().forEach(BindSessions::close);
        statelessSessions = Map.of();
    }

    /** Closes a session; a failure must not keep the other sessions open. */
    private static void close(SharedSessionContract session) {
        try {
            if (isOpen(session)) {
                session.close();
            }
        } catch (RuntimeException e) {
            LOG.warn("A session cannot be closed at the end of its unit of work", e);
        }
    }
}
