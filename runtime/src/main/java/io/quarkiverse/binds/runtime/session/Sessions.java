package io.quarkiverse.binds.runtime.session;

import jakarta.inject.Singleton;

import org.hibernate.Session;

import io.quarkiverse.binds.NoUnitOfWorkException;

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
        UnitOfWorkContext unitOfWork = require();
        return unitOfWork == null ? quarkusSessions.quarkusSession(bind) : unitOfWork.session(bind);
    }

    /**
     * The session of an entity for a call that writes.
     *
     * @param action for the message, as in "add entities"
     */
    public Session forWriting(Object entity, String action) {
        UnitOfWorkContext unitOfWork = require();
        if (unitOfWork == null) {
            return quarkusSessions.quarkusSession(persistenceUnits.of(entity.getClass()));
        }
        unitOfWork.attributes().requireWritable(action);
        return unitOfWork.session(persistenceUnits.of(entity.getClass()));
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

    private boolean hasDatabase(String bind) {
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

    void markRollback() {
        transactions.setRollbackOnly();
        current.statementFailed();
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
