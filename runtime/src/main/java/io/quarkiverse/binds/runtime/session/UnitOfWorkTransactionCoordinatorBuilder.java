package io.quarkiverse.binds.runtime.session;

import org.hibernate.engine.transaction.jta.platform.spi.JtaPlatform;
import org.hibernate.resource.transaction.backend.jta.internal.JtaTransactionCoordinatorBuilderImpl;
import org.hibernate.resource.transaction.spi.TransactionCoordinator;
import org.hibernate.resource.transaction.spi.TransactionCoordinatorOwner;
import org.hibernate.service.spi.ServiceRegistryImplementor;

import io.quarkus.arc.Arc;

/**
 * Creates the transaction coordinator of each session of a persistence unit, including stateless ones, however the session is
 * opened: from the session factory, by injection or by a library. It replaces Hibernate's service at run time. Thread-safe.
 */
final class UnitOfWorkTransactionCoordinatorBuilder extends JtaTransactionCoordinatorBuilderImpl {

    private transient volatile CurrentUnitOfWork current;
    private transient JtaPlatform platform;

    @Override
    public TransactionCoordinator buildTransactionCoordinator(TransactionCoordinatorOwner owner, Options options) {
        // before the coordinator is created: it joins an existing transaction
        SessionsAndTransaction sessions = current().useParticipating();
        ObservedTransaction observed = current.observedTransaction();
        UnitOfWorkTransactionCoordinator coordinator = new UnitOfWorkTransactionCoordinator(this, current, sessions, owner,
                options, new JoiningJtaPlatform(platform), owner.getJdbcSessionOwner().getJdbcSessionContext());
        if (sessions != null) {
            sessions.addJoining(coordinator);
        }
        if (observed != null && coordinator.isJoined()) {
            observed.add(coordinator);
        }
        return coordinator;
    }

    @Override
    public void injectServices(ServiceRegistryImplementor serviceRegistry) {
        super.injectServices(serviceRegistry);
        platform = serviceRegistry.requireService(JtaPlatform.class);
    }

    /** Looks the bean up at the first session, when all beans exist: Hibernate creates its services without injection. */
    private CurrentUnitOfWork current() {
        CurrentUnitOfWork found = current;
        if (found == null) {
            found = Arc.container().instance(CurrentUnitOfWork.class).get();
            current = found;
        }
        return found;
    }
}
