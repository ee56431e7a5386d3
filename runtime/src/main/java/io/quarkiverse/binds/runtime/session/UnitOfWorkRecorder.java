package io.quarkiverse.binds.runtime.session;

import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;

import jakarta.transaction.UserTransaction;

import org.hibernate.cfg.AvailableSettings;
import org.hibernate.cfg.TransactionSettings;

import io.quarkus.arc.SyntheticCreationalContext;
import io.quarkus.hibernate.orm.runtime.integration.HibernateOrmIntegrationRuntimeInitListener;
import io.quarkus.narayana.jta.runtime.NotifyingUserTransaction;
import io.quarkus.runtime.annotations.Recorder;

/** Creates the beans whose attributes are known at build only. */
@Recorder
public class UnitOfWorkRecorder {

    public Supplier<PersistenceUnits> persistence(Map<String, String> persistenceUnitByEntity, Set<String> twoPhase,
            Set<String> dynamic) {
        return () -> new PersistenceUnits(persistenceUnitByEntity, twoPhase, dynamic);
    }

    public Function<SyntheticCreationalContext<UserTransaction>, UserTransaction> userTransaction() {
        return context -> new UnitOfWorkUserTransaction(
                new NotifyingUserTransaction(com.arjuna.ats.jta.UserTransaction.userTransaction()),
                context.getInjectedReference(CurrentUnitOfWork.class));
    }

    /** Makes each session of a persistence unit take part in the unit of work of its thread. */
    public HibernateOrmIntegrationRuntimeInitListener sessions() {
        return properties -> {
            properties.accept(TransactionSettings.TRANSACTION_COORDINATOR_STRATEGY,
                    new UnitOfWorkTransactionCoordinatorBuilder());
            properties.accept(AvailableSettings.CURRENT_SESSION_CONTEXT_CLASS, UnitOfWorkSessionContext.class.getName());
        };
    }
}
