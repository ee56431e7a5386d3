package io.quarkiverse.binds.deployment;

import java.util.List;

import org.eclipse.microprofile.config.ConfigProvider;
import org.hibernate.cfg.AvailableSettings;
import org.hibernate.cfg.QuerySettings;

import io.quarkiverse.binds.Bind;
import io.quarkiverse.binds.runtime.config.BindsAtBuild;
import io.quarkiverse.binds.runtime.config.TableNames;
import io.quarkiverse.binds.runtime.schema.CrossBindHqlTranslator;
import io.quarkiverse.binds.runtime.schema.SnakeCaseTableNames;
import io.quarkus.agroal.spi.JdbcDataSourceBuildItem;
import io.quarkus.arc.deployment.UnremovableBeanBuildItem;
import io.quarkus.deployment.Capabilities;
import io.quarkus.deployment.Capability;
import io.quarkus.deployment.annotations.BuildProducer;
import io.quarkus.deployment.annotations.BuildStep;
import io.quarkus.deployment.builditem.ApplicationArchivesBuildItem;
import io.quarkus.deployment.builditem.HotDeploymentWatchedFileBuildItem;
import io.quarkus.deployment.builditem.LaunchModeBuildItem;
import io.quarkus.deployment.builditem.SystemPropertyBuildItem;
import io.quarkus.deployment.builditem.nativeimage.NativeImageResourceBuildItem;
import io.quarkus.deployment.builditem.nativeimage.ReflectiveClassBuildItem;
import io.quarkus.deployment.builditem.nativeimage.ReflectiveMethodBuildItem;
import io.quarkus.hibernate.orm.deployment.HibernateOrmConfig;
import io.quarkus.hibernate.orm.deployment.JpaModelBuildItem;
import io.quarkus.hibernate.orm.deployment.JpaModelIndexBuildItem;
import io.quarkus.hibernate.orm.deployment.PersistenceUnitDescriptorBuildItem;
import io.quarkus.hibernate.orm.deployment.PersistenceXmlDescriptorBuildItem;
import io.quarkus.hibernate.orm.deployment.spi.DatabaseKindDialectBuildItem;
import io.quarkus.hibernate.orm.deployment.spi.SqlLoadScriptDefaultBuildItem;
import io.quarkus.reactive.datasource.spi.ReactiveDataSourceBuildItem;
import io.quarkus.runtime.configuration.ConfigurationException;
import io.smallrye.config.SmallRyeConfig;

/**
 * Makes the persistence units of an application with binds. Quarkus assigns entities to persistence units by package, but
 * {@code @Bind} assigns each class. So Quarkus's own step is switched off ({@code quarkus.hibernate-orm.blocking}, see
 * {@code PropertyMapping.BLOCKING}), and this one makes all persistence units, also those of no bind, from the same
 * configuration.
 */
class PersistenceUnitProcessor {

    @BuildStep
    void refuse(BindsBuildItem binds, Capabilities capabilities, List<PersistenceXmlDescriptorBuildItem> persistenceXml,
            BuildProducer<PersistenceUnitDescriptorBuildItem> ordered) {
        if (binds.isEmpty()) {
            return;
        }
        if (!persistenceXml.isEmpty()) {
            throw new ConfigurationException("There is a META-INF/persistence.xml (unit '"
                    + persistenceXml.get(0).getDescriptor().getName()
                    + "'), which cannot stand beside quarkus.binds: remove it, or"
                    + " set quarkus.hibernate-orm.persistence-xml.ignore=true");
        }
        if (capabilities.isPresent(Capability.HIBERNATE_REACTIVE)) {
            throw new ConfigurationException("Hibernate Reactive cannot stand beside quarkus.binds: remove the dependency"
                    + " quarkus-hibernate-reactive, or the quarkus.binds keys");
        }
    }

    @BuildStep
    void persistenceUnits(BindsBuildItem binds, EntitiesBuildItem entities, HibernateOrmConfig config, JpaModelBuildItem model,
            JpaModelIndexBuildItem index,
            List<JdbcDataSourceBuildItem> dataSources, List<ReactiveDataSourceBuildItem> reactiveDataSources,
            List<DatabaseKindDialectBuildItem> dialects,
            List<SqlLoadScriptDefaultBuildItem> loadScripts, ApplicationArchivesBuildItem archives,
            LaunchModeBuildItem launchMode,
            Capabilities capabilities, BuildProducer<SystemPropertyBuildItem> systemProperties,
            BuildProducer<NativeImageResourceBuildItem> nativeResources,
            BuildProducer<HotDeploymentWatchedFileBuildItem> watchedFiles,
            BuildProducer<ReflectiveMethodBuildItem> reflectiveMethods,
            BuildProducer<UnremovableBeanBuildItem> unremovableBeans,
            BuildProducer<PersistenceUnitDescriptorBuildItem> persistenceUnits) {
        BindsAtBuild configured = new BindsAtBuild(ConfigProvider.getConfig().unwrap(SmallRyeConfig.class));
        if (binds.isEmpty() || !config.enabled() || configured.isHibernateOff()) {
            return;
        }
        PersistenceUnitFactory factory = new PersistenceUnitFactory(config, model, dataSources, reactiveDataSources, dialects,
                capabilities,
                systemProperties, reflectiveMethods, unremovableBeans);
        ImportScript importScript = new ImportScript(archives, index.getIndex(), entities.entities());
        config.persistenceUnits().forEach((name, unitConfig) -> {
            List<String> classes = entities.classes(name);
            if (name.equals(Bind.DEFAULT) && !binds.names().contains(name) && classes.isEmpty()) {
                return; // the configuration has a default persistence unit even without a default bind
            }
            factory.make(name, unitConfig, classes, descriptor -> {
                if (binds.names().contains(name) && configured.tableNames(name) == TableNames.SNAKE_CASE) {
                    descriptor.getProperties().putIfAbsent(AvailableSettings.IMPLICIT_NAMING_STRATEGY,
                            SnakeCaseTableNames.class.getName());
                }
                descriptor.getProperties().putIfAbsent(QuerySettings.SEMANTIC_QUERY_PRODUCER,
                        CrossBindHqlTranslator.class.getName());
                if (binds.dynamic().contains(name)) {
                    DynamicProcessor.usePerTenantOptimizer(descriptor.getProperties());
                }
                PersistenceUnitFactory.loadScript(descriptor, unitConfig, archives, launchMode, loadScripts, nativeResources,
                        watchedFiles);
                importScript.removeIfForeign(name, unitConfig, descriptor.getProperties());
            }).ifPresent(persistenceUnits::produce);
        });
    }

    /** The build item is declared but never produced: it makes this step run before Quarkus's own. */
    @BuildStep
    void silenceMisleadingMessage(BindsBuildItem binds, BuildProducer<SqlLoadScriptDefaultBuildItem> ordered) {
        if (!binds.isEmpty()) {
            HibernateDisabledMessageFilter.silence();
        }
    }

    /** Registered for reflection since Hibernate makes them by their names. */
    @BuildStep
    ReflectiveClassBuildItem madeByHibernate() {
        return ReflectiveClassBuildItem.builder(SnakeCaseTableNames.class, CrossBindHqlTranslator.class)
                .reason(getClass().getName()).build();
    }
}
