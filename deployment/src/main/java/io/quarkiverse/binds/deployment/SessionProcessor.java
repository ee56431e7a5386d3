package io.quarkiverse.binds.deployment;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Vetoed;
import jakarta.inject.Singleton;
import jakarta.transaction.UserTransaction;

import org.eclipse.microprofile.config.ConfigProvider;
import org.jboss.jandex.AnnotationTransformation;
import org.jboss.jandex.ClassType;
import org.jboss.jandex.DotName;

import io.quarkiverse.binds.SessionScope;
import io.quarkiverse.binds.UnitOfWork;
import io.quarkiverse.binds.runtime.config.BindsAtBuild;
import io.quarkiverse.binds.runtime.session.CurrentUnitOfWork;
import io.quarkiverse.binds.runtime.session.JtaTransactions;
import io.quarkiverse.binds.runtime.session.NonRestDefaults;
import io.quarkiverse.binds.runtime.session.PersistenceUnits;
import io.quarkiverse.binds.runtime.session.Sessions;
import io.quarkiverse.binds.runtime.session.TransactionalMethods;
import io.quarkiverse.binds.runtime.session.UnitOfWorkDatabases;
import io.quarkiverse.binds.runtime.session.UnitOfWorkExecutor;
import io.quarkiverse.binds.runtime.session.UnitOfWorkFactory;
import io.quarkiverse.binds.runtime.session.UnitOfWorkInterceptor;
import io.quarkiverse.binds.runtime.session.UnitOfWorkListener;
import io.quarkiverse.binds.runtime.session.UnitOfWorkRecorder;
import io.quarkiverse.binds.runtime.session.UnitOfWorkSessionContext;
import io.quarkiverse.binds.runtime.session.UnitOfWorkSessions;
import io.quarkiverse.binds.runtime.session.UnitOfWorkTransactionalMandatory;
import io.quarkiverse.binds.runtime.session.UnitOfWorkTransactionalNever;
import io.quarkiverse.binds.runtime.session.UnitOfWorkTransactionalNotSupported;
import io.quarkiverse.binds.runtime.session.UnitOfWorkTransactionalRequired;
import io.quarkiverse.binds.runtime.session.UnitOfWorkTransactionalRequiresNew;
import io.quarkiverse.binds.runtime.session.UnitOfWorkTransactionalSupports;
import io.quarkiverse.binds.runtime.sql.DbBean;
import io.quarkiverse.binds.runtime.transaction.TransactionIntegrations;
import io.quarkus.arc.deployment.AdditionalBeanBuildItem;
import io.quarkus.arc.deployment.AnnotationsTransformerBuildItem;
import io.quarkus.arc.deployment.ExcludedTypeBuildItem;
import io.quarkus.arc.deployment.SyntheticBeanBuildItem;
import io.quarkus.arc.deployment.UnremovableBeanBuildItem;
import io.quarkus.deployment.annotations.BuildProducer;
import io.quarkus.deployment.annotations.BuildStep;
import io.quarkus.deployment.annotations.ExecutionTime;
import io.quarkus.deployment.annotations.Record;
import io.quarkus.deployment.builditem.nativeimage.ReflectiveClassBuildItem;
import io.quarkus.deployment.builditem.nativeimage.ServiceProviderBuildItem;
import io.quarkus.deployment.logging.LogCleanupFilterBuildItem;
import io.quarkus.hibernate.orm.deployment.PersistenceUnitDescriptorBuildItem;
import io.quarkus.hibernate.orm.deployment.integration.HibernateOrmIntegrationRuntimeConfiguredBuildItem;
import io.quarkus.narayana.jta.runtime.interceptor.TransactionalInterceptorMandatory;
import io.quarkus.narayana.jta.runtime.interceptor.TransactionalInterceptorNever;
import io.quarkus.narayana.jta.runtime.interceptor.TransactionalInterceptorNotSupported;
import io.quarkus.narayana.jta.runtime.interceptor.TransactionalInterceptorRequired;
import io.quarkus.narayana.jta.runtime.interceptor.TransactionalInterceptorRequiresNew;
import io.quarkus.narayana.jta.runtime.interceptor.TransactionalInterceptorSupports;
import io.quarkus.narayana.jta.runtime.test.TestTransactionCallback;
import io.smallrye.config.SmallRyeConfig;

/** The beans of the unit of work, in an application with binds. */
class SessionProcessor {

    private static final String INTEGRATION = "Quarkus Binds units of work";

    private static final Set<Class<?>> QUARKUS_INTERCEPTORS = Set.of(TransactionalInterceptorRequired.class,
            TransactionalInterceptorRequiresNew.class, TransactionalInterceptorMandatory.class,
            TransactionalInterceptorSupports.class, TransactionalInterceptorNotSupported.class,
            TransactionalInterceptorNever.class);

    @BuildStep
    void beans(BindsBuildItem binds, BuildProducer<AdditionalBeanBuildItem> beans,
            BuildProducer<ExcludedTypeBuildItem> excluded, BuildProducer<UnremovableBeanBuildItem> unremovable) {
        if (binds.isEmpty()) {
            // the extension is indexed: without binds, its beans must not get into a plain Quarkus application
            for (Class<?> typeInPackage : List.of(CurrentUnitOfWork.class, DbBean.class, TransactionIntegrations.class)) {
                excluded.produce(new ExcludedTypeBuildItem(typeInPackage.getPackageName() + ".*"));
            }
            return;
        }
        beans.produce(AdditionalBeanBuildItem.builder().setUnremovable().addBeanClasses(DbBean.class, Sessions.class,
                UnitOfWorkExecutor.class, CurrentUnitOfWork.class, UnitOfWorkFactory.class,
                UnitOfWorkDatabases.class, JtaTransactions.class,
                NonRestDefaults.class, UnitOfWorkSessions.class, TransactionIntegrations.class).build());
        // removed if no method needs them, as those of Quarkus are
        beans.produce(AdditionalBeanBuildItem.builder().setRemovable().addBeanClasses(UnitOfWork.class,
                UnitOfWorkInterceptor.class, TransactionalMethods.class, UnitOfWorkTransactionalRequired.class,
                UnitOfWorkTransactionalRequiresNew.class, UnitOfWorkTransactionalMandatory.class,
                UnitOfWorkTransactionalSupports.class, UnitOfWorkTransactionalNotSupported.class,
                UnitOfWorkTransactionalNever.class).build());
        unremovable.produce(UnremovableBeanBuildItem.beanTypes(SessionScope.class, UnitOfWorkListener.class));
    }

    @BuildStep
    @Record(ExecutionTime.RUNTIME_INIT)
    void persistence(BindsBuildItem binds, EntitiesBuildItem entities, UnitOfWorkRecorder recorder,
            BuildProducer<SyntheticBeanBuildItem> beans) {
        if (binds.isEmpty()) {
            return;
        }
        Map<String, String> persistenceUnitOfEntity = new TreeMap<>();
        entities.entities()
                .forEach((persistenceUnit, names) -> names.forEach(name -> persistenceUnitOfEntity.put(name, persistenceUnit)));
        Set<String> twoPhase = new BindsAtBuild(ConfigProvider.getConfig().unwrap(SmallRyeConfig.class))
                .twoPhase();
        beans.produce(SyntheticBeanBuildItem.configure(PersistenceUnits.class)
                .scope(Singleton.class)
                .supplier(recorder.persistence(persistenceUnitOfEntity, twoPhase, binds.dynamic()))
                .setRuntimeInit()
                .unremovable()
                .done());
    }

    /** Gives each persistence unit the transaction coordinator that joins its sessions to the unit of work of their thread. */
    @BuildStep
    @Record(ExecutionTime.RUNTIME_INIT)
    void sessions(BindsBuildItem binds, List<PersistenceUnitDescriptorBuildItem> persistenceUnits, UnitOfWorkRecorder recorder,
            BuildProducer<HibernateOrmIntegrationRuntimeConfiguredBuildItem> integrations) {
        if (binds.isEmpty()) {
            return;
        }
        for (PersistenceUnitDescriptorBuildItem persistenceUnit : persistenceUnits) {
            integrations.produce(new HibernateOrmIntegrationRuntimeConfiguredBuildItem(INTEGRATION,
                    persistenceUnit.getPersistenceUnitName()).setInitListener(recorder.sessions()));
        }
    }

    /** Registered for reflection since Hibernate makes it by its name. */
    @BuildStep
    ReflectiveClassBuildItem currentSessions() {
        return ReflectiveClassBuildItem.builder(UnitOfWorkSessionContext.class).reason(getClass().getName()).build();
    }

    /** Replaces Quarkus's own {@link UserTransaction}, which does not join units of work. */
    @BuildStep
    @Record(ExecutionTime.RUNTIME_INIT)
    void userTransaction(BindsBuildItem binds, UnitOfWorkRecorder recorder, BuildProducer<SyntheticBeanBuildItem> beans) {
        if (binds.isEmpty()) {
            return;
        }
        beans.produce(SyntheticBeanBuildItem.configure(UserTransaction.class)
                .scope(ApplicationScoped.class)
                .alternative(true)
                .priority(1)
                .unremovable()
                .setRuntimeInit()
                .addInjectionPoint(ClassType.create(CurrentUnitOfWork.class))
                .createWith(recorder.userTransaction())
                .done());
    }

    /** Removes Quarkus's interceptors of {@code @Transactional}: those of units of work replace them. */
    @BuildStep
    AnnotationsTransformerBuildItem transactionalInterceptors(BindsBuildItem binds) {
        Set<DotName> replaced = binds.isEmpty() ? Set.of()
                : QUARKUS_INTERCEPTORS.stream().map(DotName::createSimple).collect(Collectors.toSet());
        return new AnnotationsTransformerBuildItem(AnnotationTransformation.forClasses()
                .whenClass(type -> replaced.contains(type.name())).transform(type -> type.add(Vetoed.class)));
    }

    @BuildStep
    ServiceProviderBuildItem testTransactions() {
        return ServiceProviderBuildItem.allProvidersFromClassPath(TestTransactionCallback.class.getName());
    }

    /**
     * Drops the warning about a rollback in another thread: a request is rolled back so if its client closes the connection.
     */
    @BuildStep
    LogCleanupFilterBuildItem rolledBackByAnotherThread() {
        return new LogCleanupFilterBuildItem("org.hibernate.orm.jta", "HHH90007020");
    }
}
