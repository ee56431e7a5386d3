package io.quarkiverse.binds.runtime.upsert;

import org.hibernate.engine.spi.SessionImplementor;
import org.hibernate.persister.entity.EntityPersister;

import io.quarkiverse.binds.runtime.failure.DuplicateKeys;
import io.quarkiverse.binds.runtime.failure.Failure;
import io.quarkiverse.binds.runtime.session.AttemptSession;
import io.quarkiverse.binds.runtime.session.Sessions;

/** Inserts an entity, with all that belongs to it, or leaves everything as it was. Confined to one thread. */
final class InsertAttempt {

    private final Sessions sessions;
    private final ErrorLog errorLog;
    private final Class<?> type;
    private final SessionImplementor main;
    private final EntityPersister mapping;
    private final Server server;
    private final boolean restarts;

    /**
     * @param main the session of the unit of work, which manages the entity afterwards
     * @param first whether the transaction has changed nothing, so that it can begin again instead of a savepoint
     */
    InsertAttempt(Sessions sessions, ErrorLog errorLog, Class<?> type, SessionImplementor main, EntityPersister mapping,
            boolean first) {
        this.sessions = sessions;
        this.errorLog = errorLog;
        this.type = type;
        this.main = main;
        this.mapping = mapping;
        this.server = Server.of(main);
        this.restarts = first && server.needsSavepoint();
    }

    /**
     * Inserts an entity.
     *
     * @return null if it is inserted; the exception if a key exists already
     */
    RuntimeException insert(Object entity) {
        Adoption.requireNoCascadeTo(main, mapping, entity);
        try (ErrorLog.Silence silence = errorLog.silence(); AttemptSession attempt = sessions.attempt(type, main)) {
            SessionImplementor session = attempt.session();
            RuntimeException duplicate = insert(session, entity);
            if (duplicate == null) {
                Adoption.move(session, main);
                attempt.keep();
            }
            return duplicate;
        }
    }

    private RuntimeException insert(SessionImplementor session, Object entity) {
        Savepoint savepoint = needsSavepoint() ? Savepoint.set(session, server) : null;
        try {
            session.persist(entity);
            session.flush();
        } catch (RuntimeException e) {
            if (Failure.of(e) != Failure.OTHER) {
                sessions.markRollback(); // the transaction of the server is lost, or must be rolled back
                throw e;
            }
            undo(session, savepoint);
            if (DuplicateKeys.isReportedBy(e)) {
                return e;
            }
            throw e;
        }
        if (savepoint != null) {
            savepoint.release();
        }
        return null;
    }

    private void undo(SessionImplementor session, Savepoint savepoint) {
        try {
            if (savepoint != null) {
                savepoint.rollback();
            } else if (restarts) {
                server.restart(session);
            }
        } catch (RuntimeException e) {
            sessions.markRollback(); // a part of the attempt may be left
            throw e;
        }
    }

    /** Whether a failure could leave a part: where an error ends the transaction, or with more than one statement. */
    private boolean needsSavepoint() {
        return !restarts && (server.needsSavepoint() || mapping.hasMultipleTables() || mapping.hasCollections()
                || mapping.hasCascades());
    }
}
