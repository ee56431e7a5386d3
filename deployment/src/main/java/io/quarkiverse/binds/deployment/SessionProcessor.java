package io.quarkiverse.binds.deployment;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Default;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;

import org.eclipse.microprofile.config.ConfigProvider;
import org.hibernate.Session;
import org.jboss.jandex.ClassInfo;
import org.jboss.jandex.ClassType;

import io.quarkiverse.binds.SessionScope;
import io.quarkiverse.binds.UnitOfWork;
import io.quarkiverse.binds.runtime.config.BindNames;
import io.quarkiverse.binds.runtime.config.BindsAtBuild;
import io.quarkiverse.binds.runtime.data.DbBean;
import io.quarkiverse.binds.runtime.session.Jta;
import io.quarkiverse.binds.runtime.session.Persistence;
import io.quarkiverse.binds.runtime.session.Sessions;
import io.quarkiverse.binds.runtime.session.TransactionalInUnitMandatory;
import io.quarkiverse.binds.runtime.session.TransactionalInUnitNever;
import io.quarkiverse.binds.runtime.session.TransactionalInUnitNotSupported;
import io.quarkiverse.binds.runtime.session.TransactionalInUnitRequired;
import io.quarkiverse.binds.runtime.session.UnitOfWorkInterceptor;
import io.quarkiverse.binds.runtime.session.UnitRunner;
import io.quarkiverse.binds.runtime.session.Units;
import io.quarkiverse.binds.runtime.session.UnitsRecorder;
import io.quarkiverse.binds.runtime.session.WithoutRest;
import io.quarkiverse.binds.runtime.transaction.BindConnectionConfigurer;
import io.quarkus.arc.deployment.AdditionalBeanBuildItem;
import io.quarkus.arc.deployment.ExcludedTypeBuildItem;
import io.quarkus.arc.deployment.SyntheticBeanBuildItem;
import io.quarkus.arc.deployment.UnremovableBeanBuildItem;
import io.quarkus.deployment.annotations.BuildProducer;
import io.quarkus.deployment.annotations.BuildStep;
import io.quarkus.deployment.annotations.ExecutionTime;
import io.quarkus.deployment.annotations.Record;
import io.quarkus.deployment.builditem.ApplicationIndexBuildItem;
import io.quarkus.deployment.builditem.nativeimage.ReflectiveClassBuildItem;
import io.quarkus.deployment.builditem.nativeimage.ServiceProviderBuildItem;
import io.quarkus.deployment.logging.LogCleanupFilterBuildItem;
import io.quarkus.hibernate.orm.PersistenceUnit;
import io.quarkus.hibernate.orm.deployment.PersistenceUnitDescriptorBuildItem;
import io.quarkus.hibernate.orm.runtime.HibernateOrmRecorder;
import io.quarkus.narayana.jta.runtime.test.TestTransactionCallback;
import io.smallrye.config.SmallRyeConfig;

/** The beans of the unit of work, in an application with binds. */
class SessionProcessor {

    @BuildStep
    void beans(BindsBuildItem binds, BuildProducer<AdditionalBeanBuildItem> beans,
            BuildProducer<ExcludedTypeBuildItem> excluded, BuildProducer<UnremovableBeanBuildItem> unremovable) {
        if (binds.isEmpty()) {
            // they are in the index of the extension: without binds the application is one of plain Quarkus
            for (Class<?> inPackage : List.of(Units.class, DbBean.class, BindConnectionConfigurer.class)) {
                excluded.produce(new ExcludedTypeBuildItem(inPackage.getPackageName() + ".*"));
            }
            return;
        }
        beans.produce(AdditionalBeanBuildItem.builder().setUnremovable().addBeanClasses(DbBean.class, Sessions.class,
                UnitRunner.class, Units.class, Jta.class, WithoutRest.class, UnitOfWork.class, UnitOfWorkInterceptor.class,
                TransactionalInUnitRequired.class,
                TransactionalInUnitMandatory.class, TransactionalInUnitNotSupported.class, TransactionalInUnitNever.class,
                BindConnectionConfigurer.class).build());
        unremovable.produce(UnremovableBeanBuildItem.beanTypes(SessionScope.class));
    }

    @BuildStep
    @Record(ExecutionTime.RUNTIME_INIT)
    void persistence(BindsBuildItem binds, EntitiesBuildItem entities, UnitsRecorder recorder,
            BuildProducer<SyntheticBeanBuildItem> beans) {
        if (binds.isEmpty()) {
            return;
        }
        Map<String, String> unitOfEntity = new TreeMap<>();
        entities.entities().forEach((unit, names) -> names.forEach(name -> unitOfEntity.put(name, unit)));
        Set<String> twoPhase = new BindsAtBuild(ConfigProvider.getConfig().unwrap(SmallRyeConfig.class))
                .twoPhase();
        beans.produce(SyntheticBeanBuildItem.configure(Persistence.class)
                .scope(Singleton.class)
                .supplier(recorder.persistence(unitOfEntity, twoPhase, binds.dynamic()))
                .setRuntimeInit()
                .unremovable()
                .done());
    }

    /** Alternatives to Quarkus's own beans, of the same types, qualifiers and scope: Panache takes them as well. */
    @BuildStep
    @Record(ExecutionTime.RUNTIME_INIT)
    void sessions(BindsBuildItem binds, List<PersistenceUnitDescriptorBuildItem> units, UnitsRecorder recorder,
            HibernateOrmRecorder hibernate, BuildProducer<SyntheticBeanBuildItem> beans) {
        if (binds.isEmpty()) {
            return;
        }
        for (PersistenceUnitDescriptorBuildItem unit : units) {
            String name = unit.getPersistenceUnitName();
            SyntheticBeanBuildItem.ExtendedBeanConfigurator bean = SyntheticBeanBuildItem.configure(Session.class)
                    .scope(ApplicationScoped.class)
                    .addType(Session.class)
                    .addType(EntityManager.class)
                    .alternative(true)
                    .priority(1)
                    .unremovable()
                    .setRuntimeInit()
                    .startup()
                    .checkActive(hibernate.checkActiveSupplier(name, unit.getConfig().getDataSource(),
                            unit.getConfig().getEntityClassNames(), unit.isFromPersistenceXml()))
                    .addInjectionPoint(ClassType.create(Units.class))
                    .createWith(recorder.session(name));
            if (BindNames.isDefault(name)) {
                bean.addQualifier(Default.class);
            }
            bean.addQualifier().annotation(Named.class).addValue("value", name).done();
            bean.addQualifier().annotation(PersistenceUnit.class).addValue("value", name).done();
            beans.produce(bean.done());
        }
    }

    @BuildStep
    ServiceProviderBuildItem testTransactions() {
        return ServiceProviderBuildItem.allProvidersFromClassPath(TestTransactionCallback.class.getName());
    }

    /** A request whose client has gone is rolled back by another thread than it began on, as it should be. */
    @BuildStep
    LogCleanupFilterBuildItem rolledBackByAnotherThread() {
        return new LogCleanupFilterBuildItem("org.hibernate.orm.jta", "HHH90007020");
    }

    /** A row can be had as a record, whose constructor is called by reflection. */
    @BuildStep
    void records(BindsBuildItem binds, ApplicationIndexBuildItem application,
            BuildProducer<ReflectiveClassBuildItem> reflective) {
        if (binds.isEmpty()) {
            return;
        }
        String[] records = application.getIndex().getKnownClasses().stream().filter(ClassInfo::isRecord)
                .map(type -> type.name().toString()).sorted().toArray(String[]::new);
        reflective.produce(ReflectiveClassBuildItem.builder(records).reason(getClass().getName()).methods().build());
    }
}
