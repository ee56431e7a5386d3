package io.quarkiverse.binds.deployment;

import java.util.List;

import org.eclipse.microprofile.config.ConfigProvider;
import org.hibernate.cfg.AvailableSettings;

import io.quarkiverse.binds.Bind;
import io.quarkiverse.binds.runtime.config.BindsAtBuild;
import io.quarkiverse.binds.runtime.config.TableNames;
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
import io.quarkus.hibernate.orm.deployment.PersistenceUnitDescriptorBuildItem;
import io.quarkus.hibernate.orm.deployment.PersistenceXmlDescriptorBuildItem;
import io.quarkus.hibernate.orm.deployment.spi.DatabaseKindDialectBuildItem;
import io.quarkus.hibernate.orm.deployment.spi.SqlLoadScriptDefaultBuildItem;
import io.quarkus.reactive.datasource.spi.ReactiveDataSourceBuildItem;
import io.quarkus.runtime.configuration.ConfigurationException;
import io.smallrye.config.SmallRyeConfig;

/**
 * Makes the persistence units of an application with binds. Quarkus assigns entities to units by package; here each class says
 * where it belongs, so Quarkus's own step is told to make none ({@code quarkus.hibernate-orm.blocking}, see
 * {@code Derivations.BLOCKING}) and this one makes them all, binds or not, from the same configuration.
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
    void units(BindsBuildItem binds, EntitiesBuildItem entities, HibernateOrmConfig config, JpaModelBuildItem model,
            List<JdbcDataSourceBuildItem> dataSources, List<ReactiveDataSourceBuildItem> reactiveDataSources,
            List<DatabaseKindDialectBuildItem> dialects,
            List<SqlLoadScriptDefaultBuildItem> loadScripts, ApplicationArchivesBuildItem archives,
            LaunchModeBuildItem launchMode,
            Capabilities capabilities, BuildProducer<SystemPropertyBuildItem> systemProperties,
            BuildProducer<NativeImageResourceBuildItem> nativeResources,
            BuildProducer<HotDeploymentWatchedFileBuildItem> watchedFiles,
            BuildProducer<ReflectiveMethodBuildItem> reflectiveMethods,
            BuildProducer<UnremovableBeanBuildItem> unremovableBeans,
            BuildProducer<PersistenceUnitDescriptorBuildItem> units) {
        BindsAtBuild configured = new BindsAtBuild(ConfigProvider.getConfig().unwrap(SmallRyeConfig.class));
        if (binds.isEmpty() || !config.enabled() || configured.isHibernateOff()) {
            return;
        }
        PersistenceUnitFactory factory = new PersistenceUnitFactory(config, model, dataSources, reactiveDataSources, dialects,
                capabilities,
                systemProperties, reflectiveMethods, unremovableBeans);
        config.persistenceUnits().forEach((name, unit) -> {
            List<String> classes = entities.classes(name);
            if (name.equals(Bind.DEFAULT) && !binds.names().contains(name) && classes.isEmpty()) {
                return; // the configuration has a default unit even where there is no default bind
            }
            factory.make(name, unit, classes, descriptor -> {
                if (binds.names().contains(name) && configured.tableNames(name) == TableNames.SNAKE_CASE) {
                    descriptor.getProperties().putIfAbsent(AvailableSettings.IMPLICIT_NAMING_STRATEGY,
                            SnakeCaseTableNames.class.getName());
                }
                if (binds.dynamic().contains(name)) {
                    DynamicProcessor.idsOfEachDatabase(descriptor.getProperties());
                }
                PersistenceUnitFactory.loadScript(descriptor, unit, archives, launchMode, loadScripts, nativeResources,
                        watchedFiles);
            }).ifPresent(units::produce);
        });
    }

    /** Producing load scripts, of which there are none, is what makes this step run before Quarkus's own. */
    @BuildStep
    void silenceMisleadingMessage(BindsBuildItem binds, BuildProducer<SqlLoadScriptDefaultBuildItem> before) {
        if (!binds.isEmpty()) {
            MisleadingMessage.silence();
        }
    }

    /** Hibernate makes it by its name. */
    @BuildStep
    ReflectiveClassBuildItem namingStrategy() {
        return ReflectiveClassBuildItem.builder(SnakeCaseTableNames.class).reason(getClass().getName()).build();
    }
}
