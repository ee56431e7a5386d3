package io.quarkiverse.binds.deployment;

import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;

import jakarta.enterprise.context.ApplicationScoped;

import org.hibernate.cfg.MappingSettings;
import org.hibernate.id.enhanced.Optimizer;
import org.hibernate.id.enhanced.StandardOptimizerDescriptor;
import org.jboss.jandex.ClassType;

import io.quarkiverse.binds.Database;
import io.quarkiverse.binds.DatabaseInitializer;
import io.quarkiverse.binds.DatabaseSelector;
import io.quarkiverse.binds.DatabaseSource;
import io.quarkiverse.binds.Databases;
import io.quarkiverse.binds.DatabasesStats;
import io.quarkiverse.binds.runtime.dynamic.DatabaseStates;
import io.quarkiverse.binds.runtime.dynamic.DynamicBinds;
import io.quarkiverse.binds.runtime.dynamic.DynamicRecorder;
import io.quarkiverse.binds.runtime.dynamic.PooledLoOfTenants;
import io.quarkiverse.binds.runtime.dynamic.PooledOfTenants;
import io.quarkiverse.binds.runtime.session.UnitRunner;
import io.quarkus.arc.deployment.AdditionalBeanBuildItem;
import io.quarkus.arc.deployment.ExcludedTypeBuildItem;
import io.quarkus.arc.deployment.SyntheticBeanBuildItem;
import io.quarkus.arc.deployment.UnremovableBeanBuildItem;
import io.quarkus.deployment.annotations.BuildProducer;
import io.quarkus.deployment.annotations.BuildStep;
import io.quarkus.deployment.annotations.ExecutionTime;
import io.quarkus.deployment.annotations.Record;
import io.quarkus.deployment.builditem.nativeimage.ReflectiveClassBuildItem;
import io.quarkus.hibernate.orm.PersistenceUnitExtension;
import io.quarkus.hibernate.orm.deployment.PersistenceUnitDescriptorBuildItem;
import io.quarkus.hibernate.orm.deployment.integration.HibernateOrmIntegrationRuntimeConfiguredBuildItem;
import io.quarkus.hibernate.orm.runtime.tenant.TenantResolver;

/** The binds whose databases are opened on the fly. */
class DynamicProcessor {

    private static final String INTEGRATION = "Quarkus Binds";

    /** The other ones hold no lock that tenants share. */
    private static final Map<String, Class<? extends Optimizer>> OPTIMIZERS = Map.of(
            StandardOptimizerDescriptor.POOLED_LO.getExternalName(), PooledLoOfTenants.class,
            StandardOptimizerDescriptor.POOLED.getExternalName(), PooledOfTenants.class);

    @BuildStep
    void beans(BindsBuildItem binds, BuildProducer<AdditionalBeanBuildItem> beans,
            BuildProducer<ExcludedTypeBuildItem> excluded, BuildProducer<UnremovableBeanBuildItem> unremovable) {
        if (binds.isEmpty()) {
            excluded.produce(new ExcludedTypeBuildItem(DynamicBinds.class.getPackageName() + ".*"));
            return;
        }
        beans.produce(AdditionalBeanBuildItem.builder().setUnremovable()
                .addBeanClasses(DynamicBinds.class, DatabaseStates.class).build());
        unremovable.produce(UnremovableBeanBuildItem.beanTypes(DatabaseSelector.class, DatabaseSource.class,
                DatabaseInitializer.class));
    }

    @BuildStep
    @Record(ExecutionTime.RUNTIME_INIT)
    void databases(BindsBuildItem binds, DynamicRecorder recorder, BuildProducer<SyntheticBeanBuildItem> beans) {
        if (binds.isEmpty()) {
            return;
        }
        beans.produce(SyntheticBeanBuildItem.configure(Databases.class)
                .scope(ApplicationScoped.class)
                .createWith(recorder.databases(binds.dynamic()))
                .addInjectionPoint(ClassType.create(DynamicBinds.class))
                .addInjectionPoint(ClassType.create(UnitRunner.class))
                .setRuntimeInit()
                .unremovable()
                .done());
    }

    /** Hibernate asks who the tenant is, and has a connection for it. */
    @BuildStep
    @Record(ExecutionTime.RUNTIME_INIT)
    void tenants(BindsBuildItem binds, List<PersistenceUnitDescriptorBuildItem> units, DynamicRecorder recorder,
            BuildProducer<SyntheticBeanBuildItem> beans,
            BuildProducer<HibernateOrmIntegrationRuntimeConfiguredBuildItem> integrations) {
        Set<String> dynamic = binds.dynamic();
        for (PersistenceUnitDescriptorBuildItem unit : units) {
            String name = unit.getPersistenceUnitName();
            if (!dynamic.contains(name)) {
                continue;
            }
            beans.produce(SyntheticBeanBuildItem.configure(TenantResolver.class)
                    .scope(ApplicationScoped.class)
                    .addQualifier().annotation(PersistenceUnitExtension.class).addValue("value", name).done()
                    .supplier(recorder.tenant(name))
                    .setRuntimeInit()
                    .unremovable()
                    .done());
            integrations.produce(new HibernateOrmIntegrationRuntimeConfiguredBuildItem(INTEGRATION, name)
                    .setInitListener(recorder.connections(name)));
        }
    }

    /** Ids are reserved in one database without holding up the others. */
    static void idsOfEachDatabase(Properties unit) {
        String configured = unit.getProperty(MappingSettings.PREFERRED_POOLED_OPTIMIZER);
        Class<? extends Optimizer> ours = OPTIMIZERS
                .get(configured == null ? StandardOptimizerDescriptor.POOLED.getExternalName()
                        : configured);
        if (ours != null) {
            unit.setProperty(MappingSettings.PREFERRED_POOLED_OPTIMIZER, ours.getName());
        }
    }

    /** Hibernate makes them by their names. */
    @BuildStep
    ReflectiveClassBuildItem optimizers() {
        return ReflectiveClassBuildItem.builder(PooledLoOfTenants.class, PooledOfTenants.class).reason(getClass().getName())
                .build();
    }

    /** An application may answer with them. */
    @BuildStep
    ReflectiveClassBuildItem answers() {
        return ReflectiveClassBuildItem.builder(Database.class, DatabasesStats.class).reason(getClass().getName()).methods()
                .build();
    }
}
