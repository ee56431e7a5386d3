package io.quarkiverse.binds.runtime.session;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkiverse.binds.runtime.readonly.StatementReads;

/**
 * The databases of dynamic binds for the work of the calling thread. The pools receive a client proxy of this bean, because
 * they are made before the beans of this package. Thread-safe.
 */
@ApplicationScoped
public class UnitOfWorkDatabases {

    private final CurrentUnitOfWork current;
    private final DatabaseResolver resolver;

    UnitOfWorkDatabases(CurrentUnitOfWork current, DatabaseResolver resolver) {
        this.current = current;
        this.resolver = resolver;
    }

    /** The key of the database of a dynamic bind for the work of this thread. */
    public String key(String bind) {
        UnitOfWorkContext unitOfWork = current.get();
        if (unitOfWork != null) {
            return unitOfWork.attributes().database(bind);
        }
        String given = current.givenDatabases().get(bind);
        return given == null ? resolver.select(bind, null) : given;
    }

    /** The key of the database for the work of this thread if the bind is dynamic; otherwise null. */
    public String keyIfDynamic(String bind) {
        return current.persistenceUnits().isDynamic(bind) ? key(bind) : null;
    }

    /**
     * Refuses a session of another database than that of this thread's work.
     *
     * @param tenant the tenant identifier of the session
     */
    public void requireSame(String bind, String tenant) {
        String key = key(bind);
        String used = resolver.key(tenant);
        if (!key.equals(used)) {
            throw SelectedDatabases.switched(bind, used, key, "This transaction");
        }
    }

    /** Whether a database of a dynamic bind is selected for the work of this thread. */
    public boolean isSelected(String bind) {
        return current.givenDatabases().containsKey(bind) || resolver.isSelected(bind);
    }

    /**
     * Begins the transaction of the unit of work, if there is one, before a connection to a database of a dynamic bind is
     * borrowed, unless it reads by statement.
     *
     * @param mayRead whether the bind can be read without a transaction
     * @return the unit of work if it reads without a transaction; null otherwise
     * @throws IllegalStateException if the unit of work uses another database of the bind, for instance if a session was opened
     *         before
     */
    public StatementReads enlist(String bind, String key, boolean mayRead) {
        SessionsAndTransaction sessions = current.useParticipating();
        StatementReads reads = null;
        if (sessions != null) {
            if (!sessions.hasTransaction()) { // the unit of work reads by statement, if not every bind
                reads = mayRead ? current.reads(bind) : null;
                if (reads == null) {
                    sessions = current.beginParticipating();
                }
            }
            UnitOfWorkAttributes unitOfWork = sessions.unitOfWork();
            String own = unitOfWork.database(bind);
            if (!own.equals(key)) {
                throw SelectedDatabases.foreign(bind, own, key, "The unit of work of " + unitOfWork.name());
            }
        }
        return reads;
    }
}
