package io.quarkiverse.binds.runtime.session;

import org.hibernate.Session;
import org.hibernate.context.spi.CurrentSessionContext;
import org.hibernate.engine.spi.SessionFactoryImplementor;

import io.quarkus.arc.Arc;

/**
 * Makes {@code SessionFactory.getCurrentSession()} return the session that is injected: that of the unit of work, or Quarkus's
 * own. Hibernate instantiates this class by name. Thread-safe.
 */
public final class UnitOfWorkSessionContext implements CurrentSessionContext {

    private static final long serialVersionUID = 1L;

    private final transient SessionFactoryImplementor factory;

    public UnitOfWorkSessionContext(SessionFactoryImplementor factory) {
        this.factory = factory;
    }

    @Override
    public Session currentSession() {
        String persistenceUnit = Arc.container().instance(PersistenceUnits.class).get().of(factory);
        return Arc.container().instance(UnitOfWorkSessions.class).get().getSession(persistenceUnit);
    }
}
