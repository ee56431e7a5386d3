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
import org.jboss.jandex.DotName;
import org.jboss.jandex.Type;

import io.quarkiverse.binds.Database;
import io.quarkiverse.binds.DatabaseInitializer;
import io.quarkiverse.binds.DatabaseSelector;
import io.quarkiverse.binds.DatabaseSource;
import io.quarkiverse.binds.Databases;
import io.quarkiverse.binds.DatabasesStats;
import io.quarkiverse.binds.runtime.dynamic.DatabaseStates;
import io.quarkiverse.binds.runtime.dynamic.DynamicBinds;
import io.quarkiverse.binds.runtime.dynamic.DynamicDataSourceFactory;
import io.quarkiverse.binds.runtime.dynamic.DynamicRecorder;
import io.quarkiverse.binds.runtime.dynamic.PerTenantPooledLoOptimizer;
import io.quarkiverse.binds.runtime.dynamic.PerTenantPooledOptimizer;
import io.quarkiverse.binds.runtime.session.UnitOfWorkExecutor;
import io.quarkus.arc.deployment.AdditionalBeanBuildItem;
import io.quarkus.arc.deployment.ExcludedTypeBuildItem;
import io.quarkus.arc.deployment.SynthesisFinishedBuildItem;
import io.quarkus.arc.deployment.SyntheticBeanBuildItem;
import io.quarkus.arc.deployment.UnremovableBeanBuildItem;
import io.quarkus.arc.processor.InjectionPointInfo;
import io.quarkus.deployment.annotations.BuildProducer;
import io.quarkus.deployment.annotations.BuildStep;
import io.quarkus.deployment.annotations.Consume;
import io.quarkus.deployment.annotations.ExecutionTime;
import io.quarkus.deployment.annotations.Record;
import io.quarkus.deployment.builditem.nativeimage.ReflectiveClassBuildItem;
import io.quarkus.hibernate.orm.PersistenceUnitExtension;
import io.quarkus.hibernate.orm.deployment.PersistenceUnitDescriptorBuildItem;
import io.quarkus.hibernate.orm.deployment.integration.HibernateOrmIntegrationRuntimeConfiguredBuildItem;
import io.quarkus.hibernate.orm.runtime.tenant.TenantResolver;

/** Beans and Hibernate settings of the binds whose databases are opened on the fly. */
class DynamicProcessor {

    private static final String INTEGRATION = "Quarkus Binds";

    private static final DotName DATABASES = DotName.createSimple(Databases.class);

    /** Optimizers of Hibernate to be replaced, since all tenants share their lock. The other ones have no such lock. */
    private static final Map<String, Class<? extends Optimizer>> OPTIMIZERS = Map.of(
            StandardOptimizerDescriptor.POOLED_LO.getExternalName(), PerTenantPooledLoOptimizer.class,
            StandardOptimizerDescriptor.POOLED.getExternalName(), PerTenantPooledOptimizer.class);

    @BuildStep
    void beans(BindsBuildItem binds, BuildProducer<AdditionalBeanBuildItem> beans,
            BuildProducer<ExcludedTypeBuildItem> excluded, BuildProducer<UnremovableBeanBuildItem> unremovable) {
        if (binds.isEmpty()) {
            excluded.produce(new ExcludedTypeBuildItem(DynamicBinds.class.getPackageName() + ".*"));
            return;
        }
        beans.produce(AdditionalBeanBuildItem.builder().setUnremovable()
                .addBeanClasses(DynamicBinds.class, DynamicDataSourceFactory.class, DatabaseStates.class).build());
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
                .addInjectionPoint(ClassType.create(UnitOfWorkExecutor.class))
                .setRuntimeInit()
                .unremovable()
                .done());
    }

    /** Reports a missing selector at the start, before a first request fails with 404. */
    @BuildStep
    @Record(ExecutionTime.RUNTIME_INIT)
    @Consume(CommandModeBuildItem.class)
    void reportMissingSelector(BindsBuildItem binds, SynthesisFinishedBuildItem beans, DynamicRecorder recorder) {
        if (!binds.dynamic().isEmpty() && beans.beanStream().withBeanType(DatabaseSelector.class).isEmpty()) {
            recorder.withoutSelector(binds.dynamic(), beans.getInjectionPoints().stream()
                    .anyMatch(point -> injectsDatabases(point.getRequiredType()) && !isOfExtension(point)));
        }
    }

    /** Whether a bean of the extension has the injection point, such as the service of a page of the Dev UI. */
    private static boolean isOfExtension(InjectionPointInfo point) {
        return point.getTargetBean().map(bean -> bean.getBeanClass().toString())
                .filter(type -> type.startsWith("io.quarkiverse.binds.runtime.")
                        || type.startsWith("io.quarkiverse.binds.dev."))
                .isPresent();
    }

    /** Whether the type is {@code Databases} or {@code Instance<Databases>}. */
    private static boolean injectsDatabases(Type type) {
        return type.name().equals(DATABASES) || type.kind() == Type.Kind.PARAMETERIZED_TYPE
                && type.asParameterizedType().arguments().stream().anyMatch(argument -> argument.name().equals(DATABASES));
    }

    /** Gives Hibernate the resolver of the tenant identifier and the provider of connections. */
    @BuildStep
    @Record(ExecutionTime.RUNTIME_INIT)
    void tenants(BindsBuildItem binds, List<PersistenceUnitDescriptorBuildItem> persistenceUnits, DynamicRecorder recorder,
            BuildProducer<SyntheticBeanBuildItem> beans,
            BuildProducer<HibernateOrmIntegrationRuntimeConfiguredBuildItem> integrations) {
        Set<String> dynamic = binds.dynamic();
        for (PersistenceUnitDescriptorBuildItem persistenceUnit : persistenceUnits) {
            String name = persistenceUnit.getPersistenceUnitName();
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

    /** Replaces the optimizer of ids, so that reserving ids in one database does not block the others. */
    static void usePerTenantOptimizer(Properties properties) {
        String configured = properties.getProperty(MappingSettings.PREFERRED_POOLED_OPTIMIZER);
        Class<? extends Optimizer> replacement = OPTIMIZERS
                .get(configured == null ? StandardOptimizerDescriptor.POOLED.getExternalName()
                        : configured);
        if (replacement != null) {
            properties.setProperty(MappingSettings.PREFERRED_POOLED_OPTIMIZER, replacement.getName());
        }
    }

    /** Registered for reflection since Hibernate makes them by their names. */
    @BuildStep
    ReflectiveClassBuildItem optimizers() {
        return ReflectiveClassBuildItem.builder(PerTenantPooledLoOptimizer.class, PerTenantPooledOptimizer.class)
                .reason(getClass().getName())
                .build();
    }

    /** Registered for reflection since an application may serialize them as JSON. */
    @BuildStep
    ReflectiveClassBuildItem serializedTypes() {
        return ReflectiveClassBuildItem.builder(Database.class, DatabasesStats.class).reason(getClass().getName()).methods()
                .build();
    }
}
