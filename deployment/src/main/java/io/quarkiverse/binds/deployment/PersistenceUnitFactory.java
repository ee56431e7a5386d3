package io.quarkiverse.binds.deployment;

import static io.quarkus.hibernate.orm.deployment.util.HibernateProcessorUtil.configureProperties;
import static io.quarkus.hibernate.orm.deployment.util.HibernateProcessorUtil.configureSqlLoadScript;
import static io.quarkus.hibernate.orm.deployment.util.HibernateProcessorUtil.isHibernateValidatorPresent;
import static io.quarkus.hibernate.orm.deployment.util.HibernateProcessorUtil.jsonFormatterCustomizationCheck;
import static io.quarkus.hibernate.orm.deployment.util.HibernateProcessorUtil.jsonMapperKind;
import static io.quarkus.hibernate.orm.deployment.util.HibernateProcessorUtil.setDialectAndStorageEngine;
import static io.quarkus.hibernate.orm.deployment.util.HibernateProcessorUtil.xmlMapperKind;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.function.Consumer;

import jakarta.persistence.PersistenceUnitTransactionType;

import io.quarkus.agroal.spi.JdbcDataSourceBuildItem;
import io.quarkus.arc.deployment.UnremovableBeanBuildItem;
import io.quarkus.datasource.common.runtime.DataSourceUtil;
import io.quarkus.datasource.common.runtime.DatabaseKind;
import io.quarkus.datasource.common.runtime.DatabaseKind.SupportedDatabaseKind;
import io.quarkus.deployment.Capabilities;
import io.quarkus.deployment.annotations.BuildProducer;
import io.quarkus.deployment.builditem.ApplicationArchivesBuildItem;
import io.quarkus.deployment.builditem.HotDeploymentWatchedFileBuildItem;
import io.quarkus.deployment.builditem.LaunchModeBuildItem;
import io.quarkus.deployment.builditem.SystemPropertyBuildItem;
import io.quarkus.deployment.builditem.nativeimage.NativeImageResourceBuildItem;
import io.quarkus.deployment.builditem.nativeimage.ReflectiveMethodBuildItem;
import io.quarkus.hibernate.orm.deployment.HibernateDataSourceUtil;
import io.quarkus.hibernate.orm.deployment.HibernateOrmConfig;
import io.quarkus.hibernate.orm.deployment.HibernateOrmConfigPersistenceUnit;
import io.quarkus.hibernate.orm.deployment.JpaModelBuildItem;
import io.quarkus.hibernate.orm.deployment.PersistenceUnitDescriptorBuildItem;
import io.quarkus.hibernate.orm.deployment.spi.DatabaseKindDialectBuildItem;
import io.quarkus.hibernate.orm.deployment.spi.SqlLoadScriptDefaultBuildItem;
import io.quarkus.hibernate.orm.runtime.HibernateOrmPersistenceUnitProviderHelper;
import io.quarkus.hibernate.orm.runtime.PersistenceUnitUtil;
import io.quarkus.hibernate.orm.runtime.boot.QuarkusPersistenceUnitDescriptor;
import io.quarkus.hibernate.orm.runtime.customized.FormatMapperKind;
import io.quarkus.hibernate.orm.runtime.migration.MultiTenancyStrategy;
import io.quarkus.hibernate.orm.runtime.recording.RecordedConfig;
import io.quarkus.reactive.datasource.spi.ReactiveDataSourceBuildItem;
import io.quarkus.runtime.configuration.ConfigurationException;

/**
 * Makes a persistence unit from a {@code quarkus.hibernate-orm} block and a list of classes. The only class that uses internal
 * classes of Quarkus's Hibernate ORM extension: they are public, but another version of Quarkus may change them, and then this
 * class does not compile.
 */
final class PersistenceUnitFactory {

    private final HibernateOrmConfig config;
    private final JpaModelBuildItem model;
    private final List<JdbcDataSourceBuildItem> dataSources;
    private final List<ReactiveDataSourceBuildItem> reactiveDataSources;
    private final List<DatabaseKindDialectBuildItem> dialects;
    private final Capabilities capabilities;
    private final BuildProducer<SystemPropertyBuildItem> systemProperties;
    private final BuildProducer<ReflectiveMethodBuildItem> reflectiveMethods;
    private final BuildProducer<UnremovableBeanBuildItem> unremovableBeans;

    PersistenceUnitFactory(HibernateOrmConfig config, JpaModelBuildItem model, List<JdbcDataSourceBuildItem> dataSources,
            List<ReactiveDataSourceBuildItem> reactiveDataSources, List<DatabaseKindDialectBuildItem> dialects,
            Capabilities capabilities,
            BuildProducer<SystemPropertyBuildItem> systemProperties, BuildProducer<ReflectiveMethodBuildItem> reflectiveMethods,
            BuildProducer<UnremovableBeanBuildItem> unremovableBeans) {
        this.config = config;
        this.model = model;
        this.dataSources = dataSources;
        this.reactiveDataSources = reactiveDataSources;
        this.dialects = dialects;
        this.capabilities = capabilities;
        this.systemProperties = systemProperties;
        this.reflectiveMethods = reflectiveMethods;
        this.unremovableBeans = unremovableBeans;
    }

    /**
     * @param classes names of classes and packages
     * @param customizer changes the descriptor after its properties have been set
     * @return empty for a persistence unit whose datasource is reactive only
     * @throws ConfigurationException if the configured datasource does not exist
     */
    Optional<PersistenceUnitDescriptorBuildItem> make(String name, HibernateOrmConfigPersistenceUnit unitConfig,
            List<String> classes,
            Consumer<QuarkusPersistenceUnitDescriptor> customizer) {
        Optional<JdbcDataSourceBuildItem> dataSource = HibernateDataSourceUtil.findDataSourceWithNameDefault(name, dataSources,
                JdbcDataSourceBuildItem::getName, JdbcDataSourceBuildItem::isDefault, unitConfig.datasource());
        if (dataSource.isEmpty() && isReactive(name, unitConfig)) {
            return Optional.empty();
        }
        QuarkusPersistenceUnitDescriptor descriptor = new QuarkusPersistenceUnitDescriptor(name,
                new HibernateOrmPersistenceUnitProviderHelper(), PersistenceUnitTransactionType.JTA, classes, new Properties(),
                false);
        MultiTenancyStrategy multiTenancy = MultiTenancyStrategy
                .valueOf(unitConfig.multitenant().orElse(MultiTenancyStrategy.NONE.name()).toUpperCase(Locale.ROOT));
        if (dataSource.isEmpty() && (unitConfig.datasource().isPresent() || multiTenancy != MultiTenancyStrategy.DATABASE)) {
            String missing = unitConfig.datasource().orElse(name);
            throw PersistenceUnitUtil.unableToFindDataSource(name, missing, DataSourceUtil.dataSourceNotConfigured(missing));
        }
        Optional<SupportedDatabaseKind> kind = dialect(name, unitConfig, dataSource, descriptor);
        configureProperties(descriptor, unitConfig, config, false);
        customizer.accept(descriptor);

        Optional<FormatMapperKind> json = jsonMapperKind(capabilities, config.mapping().format().global());
        Optional<FormatMapperKind> xml = xmlMapperKind(capabilities, config.mapping().format().global());
        json.flatMap(FormatMapperKind::requiredBeanType).ifPresent(this::keepBean);
        xml.flatMap(FormatMapperKind::requiredBeanType).ifPresent(this::keepBean);
        Set<String> entities = new HashSet<>(classes);
        entities.retainAll(model.getEntityClassNames());
        RecordedConfig recorded = new RecordedConfig(dataSource.map(JdbcDataSourceBuildItem::getName),
                dataSource.map(JdbcDataSourceBuildItem::getDbKind), kind.map(SupportedDatabaseKind::getMainName),
                dataSource.flatMap(JdbcDataSourceBuildItem::getDbVersion), unitConfig.dialect().dialect(), entities,
                multiTenancy,
                config.database().ormCompatibilityVersion(), config.mapping().format().global(),
                jsonFormatterCustomizationCheck(capabilities, json), unitConfig.unsupportedProperties());
        return Optional.of(new PersistenceUnitDescriptorBuildItem(descriptor, recorded,
                unitConfig.multitenantSchemaDatasource().orElse(null), model.getXmlMappings(name), false,
                isHibernateValidatorPresent(capabilities), json, xml));
    }

    private boolean isReactive(String name, HibernateOrmConfigPersistenceUnit unitConfig) {
        return HibernateDataSourceUtil.findDataSourceWithNameDefault(name, reactiveDataSources,
                ReactiveDataSourceBuildItem::getName, ReactiveDataSourceBuildItem::isDefault, unitConfig.datasource())
                .isPresent();
    }

    private Optional<SupportedDatabaseKind> dialect(String name, HibernateOrmConfigPersistenceUnit unitConfig,
            Optional<JdbcDataSourceBuildItem> dataSource, QuarkusPersistenceUnitDescriptor descriptor) {
        Optional<String> kind = dataSource.map(JdbcDataSourceBuildItem::getDbKind);
        Optional<String> dialect = unitConfig.dialect().dialect();
        Optional<SupportedDatabaseKind> supported = setDialectAndStorageEngine(name, kind, dialect,
                dataSource.flatMap(JdbcDataSourceBuildItem::getDbVersion), unitConfig.dialect(), dialects, systemProperties,
                descriptor.getProperties()::setProperty);
        if (kind.filter(DatabaseKind::isPostgreSQL).isPresent()
                || dialect.filter(d -> d.toLowerCase(Locale.ROOT).contains("postgres")).isPresent()) {
            // HHH-19063: Hibernate calls it by reflection; copied from Quarkus's own step
            reflectiveMethods.produce(new ReflectiveMethodBuildItem(
                    "Accessed in org.hibernate.engine.jdbc.env.internal.DefaultSchemaNameResolver.determineAppropriateResolverDelegate",
                    true, "org.postgresql.jdbc.PgConnection", "getSchema"));
        }
        return supported;
    }

    private void keepBean(String type) {
        unremovableBeans.produce(UnremovableBeanBuildItem.beanClassNames(type));
    }

    /** Configures {@code import.sql} or the scripts that the configuration names. */
    static void loadScript(QuarkusPersistenceUnitDescriptor descriptor, HibernateOrmConfigPersistenceUnit unitConfig,
            ApplicationArchivesBuildItem archives, LaunchModeBuildItem launchMode, List<SqlLoadScriptDefaultBuildItem> defaults,
            BuildProducer<NativeImageResourceBuildItem> nativeResources,
            BuildProducer<HotDeploymentWatchedFileBuildItem> watchedFiles) {
        configureSqlLoadScript(descriptor.getName(), unitConfig, archives, launchMode.getLaunchMode(), defaults,
                nativeResources,
                watchedFiles, descriptor);
    }
}
