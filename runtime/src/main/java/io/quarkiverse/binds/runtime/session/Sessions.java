package io.quarkiverse.binds.runtime.session;

import jakarta.inject.Singleton;

import org.hibernate.Session;
import org.hibernate.engine.spi.SessionImplementor;

import io.quarkiverse.binds.BulkChange;
import io.quarkiverse.binds.NoUnitOfWorkException;
import io.quarkiverse.binds.runtime.changes.TransactionChanges;
import io.quarkiverse.binds.runtime.transaction.CommitRecord;

/**
 * Finds the sessions for the calling thread: those of its unit of work, or those of a transaction that was begun elsewhere.
 * Thread-safe.
 */
@Singleton
public class Sessions {

    private final CurrentUnitOfWork current;
    private final PersistenceUnits persistenceUnits;
    private final JtaTransactions transactions;
    private final UnitOfWorkSessions quarkusSessions;
    private final UnitOfWorkDatabases databases;

    Sessions(CurrentUnitOfWork current, UnitOfWorkSessions quarkusSessions, UnitOfWorkDatabases databases) {
        this.current = current;
        this.persistenceUnits = current.persistenceUnits();
        this.transactions = current.transactions();
        this.quarkusSessions = quarkusSessions;
        this.databases = databases;
    }

    /** The session proxy of a bind for applications, which they may keep. */
    public Session proxy(String bind) {
        UnitOfWorkContext unitOfWork = require();
        return unitOfWork == null ? quarkusSessions.quarkusSession(bind)
                : unitOfWork.proxy(bind, name -> new SessionProxy(current, unitOfWork, name));
    }

    /** The session of an entity for one call, without the checks of the proxy for applications. */
    public Session of(Class<?> entity) {
        String bind = persistenceUnits.of(entity);
        SessionsAndTransaction sessions = used();
        return sessions == null ? quarkusSessions.quarkusSession(bind) : sessions.session(bind);
    }

    /**
     * The session of an entity for a call that writes.
     *
     * @param action for the message, as in "add entities"
     */
    public Session forWriting(Object entity, String action) {
        SessionsAndTransaction sessions = used();
        if (sessions == null) {
            return quarkusSessions.quarkusSession(persistenceUnits.of(entity.getClass()));
        }
        sessions.beginWriting(action);
        return sessions.session(persistenceUnits.of(entity.getClass()));
    }

    /** Whether this thread takes part in a unit of work, or in a transaction that was begun elsewhere. */
    public boolean isAvailable() {
        return current.getParticipating() != null || current.get() == null && transactions.current() != null;
    }

    /**
     * Whether the work of this thread is known to have changes that are not committed: those that have not been flushed, and in
     * dev mode those that have.
     *
     * @param bind the bind that is looked at in a transaction that no unit of work began
     */
    public boolean hasUncommittedChanges(String bind) {
        UnitOfWorkContext unitOfWork = current.getParticipating();
        if (unitOfWork != null) {
            return unitOfWork.hasUncommittedChanges();
        }
        return isAvailable() && (!persistenceUnits.isDynamic(bind) || databases.isSelected(bind))
                && quarkusSessions.quarkusSession(bind).isDirty();
    }

    /**
     * The session of an entity class for a call that writes.
     *
     * @param action for the message, as in "add entities"
     */
    public SessionImplementor writable(Class<?> entity, String action) {
        UnitOfWorkContext unitOfWork = require();
        if (unitOfWork != null) {
            unitOfWork.attributes().requireWritable(action);
            unitOfWork.begin();
        }
        return of(entity).unwrap(SessionImplementor.class);
    }

    /**
     * A session for an attempt that may fail, in the transaction and the database of the given one; see
     * {@link AttemptSession}.
     */
    public AttemptSession attempt(Class<?> entity, SessionImplementor session) {
        String bind = persistenceUnits.of(entity);
        return AttemptSession.take(transactions.registry(), bind, () -> open(bind, session.getTenantIdentifierValue()));
    }

    private SessionImplementor open(String bind, Object tenant) {
        Session session = tenant == null ? persistenceUnits.factory(bind).openSession()
                : persistenceUnits.open(bind, tenant.toString());
        return session.unwrap(SessionImplementor.class);
    }

    /** Whether the transaction of this thread has a connection of the bind of an entity already. */
    public boolean isConnected(Class<?> entity) {
        return CommitRecord.isConnected(transactions.registry(), persistenceUnits.of(entity));
    }

    /** Flushes the session of the bind of an entity. */
    public void flush(Class<?> entity) {
        flush(persistenceUnits.of(entity));
    }

    public String defaultPersistenceUnit() {
        return persistenceUnits.defaultPersistenceUnit();
    }

    public String persistenceUnit(Class<?> entity) {
        return persistenceUnits.of(entity);
    }

    public boolean isEntity(Class<?> type) {
        return persistenceUnits.isEntity(type);
    }

    public void flush() {
        UnitOfWorkContext unitOfWork = require();
        if (unitOfWork != null) {
            unitOfWork.flush();
        } else {
            persistenceUnits.names().stream().filter(this::hasDatabase)
                    .forEach(name -> quarkusSessions.quarkusSession(name).flush());
        }
    }

    /** Whether work on a bind has a database: false for a dynamic bind without a selected one. */
    public boolean hasDatabase(String bind) {
        return !persistenceUnits.isDynamic(bind) || databases.isSelected(bind);
    }

    void flush(String bind) {
        UnitOfWorkContext unitOfWork = require();
        if (unitOfWork != null) {
            unitOfWork.flush(bind);
        } else if (persistenceUnits.names().contains(bind)) {
            quarkusSessions.quarkusSession(bind).flush();
        }
    }

    void changed(String bind, String statement, int count) {
        TransactionChanges changes = current.changes();
        if (changes != null) {
            changes.executed(new BulkChange(statement, count, null, bind, databases.keyIfDynamic(bind)));
        }
    }

    public void commit() {
        UnitOfWorkContext unitOfWork = require();
        if (unitOfWork != null) {
            unitOfWork.commit();
        } else if (TestTransactionMark.isSet(transactions.registry())) {
            flush();
        } else {
            throw foreign("commit", "its end commits, so leave this commit out");
        }
    }

    public void rollback() {
        UnitOfWorkContext unitOfWork = require();
        if (unitOfWork == null) {
            throw foreign("roll back", "throw an exception, or mark it with setRollbackOnly()");
        }
        unitOfWork.rollback();
    }

    /**
     * Refuses an action on a connection of its own while the calling thread has a transaction, for whose locks it could wait.
     *
     * @param action as in "create tables"
     */
    public void requireNoTransaction(String action) {
        if (transactions.current() != null) {
            throw new IllegalStateException("Cannot " + action + " while this thread has a transaction, for whose locks the"
                    + " statements could wait: call db.commit() or db.rollback() before, and not within @Transactional");
        }
    }

    /** Marks the transaction for rollback: after a deadlock or a lost connection no part of it must be committed. */
    public void markRollback() {
        transactions.setRollbackOnly();
        current.statementFailed();
    }

    /**
     * The sessions of {@link #require()}, with the transaction begun unless they read by statement.
     *
     * @return null in a transaction that no unit of work began
     * @throws NoUnitOfWorkException if there is neither
     */
    private SessionsAndTransaction used() {
        SessionsAndTransaction sessions = current.used();
        if (sessions == null && transactions.current() == null) {
            throw new NoUnitOfWorkException(current.absence());
        }
        return sessions;
    }

    /**
     * The unit of work of the calling thread.
     *
     * @return null in a transaction that no unit of work began
     * @throws NoUnitOfWorkException if there is neither
     */
    private UnitOfWorkContext require() {
        UnitOfWorkContext unitOfWork = current.get();
        if (unitOfWork == null && transactions.current() == null) {
            throw new NoUnitOfWorkException(current.absence());
        }
        return unitOfWork;
    }

    private static IllegalStateException foreign(String action, String instead) {
        return new IllegalStateException(
                "Cannot " + action + " a transaction that this unit of work did not begin, such as one of"
                        + " @Transactional: " + instead + ". For a transaction of your own: db.run(...)");
    }
}
