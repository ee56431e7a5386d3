package io.quarkiverse.binds.deployment;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

import org.eclipse.microprofile.config.ConfigProvider;

import io.quarkiverse.binds.runtime.config.BindsAtBuild;
import io.quarkiverse.binds.runtime.dynamic.DatabaseListener;
import io.quarkiverse.binds.runtime.dynamic.DatabaseStates;
import io.quarkiverse.binds.runtime.health.HealthRecorder;
import io.quarkiverse.binds.runtime.pool.DataSourceTracing;
import io.quarkiverse.binds.runtime.pool.WaitListener;
import io.quarkus.agroal.runtime.DataSourcesJdbcBuildTimeConfig;
import io.quarkus.arc.deployment.AdditionalBeanBuildItem;
import io.quarkus.arc.deployment.ExcludedTypeBuildItem;
import io.quarkus.arc.deployment.SyntheticBeansRuntimeInitBuildItem;
import io.quarkus.arc.deployment.UnremovableBeanBuildItem;
import io.quarkus.datasource.runtime.DataSourcesBuildTimeConfig;
import io.quarkus.deployment.Capabilities;
import io.quarkus.deployment.Capability;
import io.quarkus.deployment.annotations.BuildProducer;
import io.quarkus.deployment.annotations.BuildStep;
import io.quarkus.deployment.annotations.Consume;
import io.quarkus.deployment.annotations.ExecutionTime;
import io.quarkus.deployment.annotations.Record;
import io.quarkus.deployment.builditem.ShutdownContextBuildItem;
import io.quarkus.deployment.metrics.MetricsCapabilityBuildItem;
import io.quarkus.runtime.metrics.MetricsFactory;
import io.smallrye.config.SmallRyeConfig;

/** Health checks, meters and traces, if the application has these extensions. The keys of datasources switch them. */
class ObserveProcessor {

    // by name, since these classes need extensions that may not be there
    private static final String METERS_PACKAGE = "io.quarkiverse.binds.runtime.metrics.";
    private static final List<String> METERS = List.of(METERS_PACKAGE + "PoolMeters", METERS_PACKAGE + "UnitOfWorkTimers");
    private static final String TRACING_PACKAGE = "io.quarkiverse.binds.runtime.tracing.";
    private static final List<String> TRACING = List.of(TRACING_PACKAGE + "BindTracing",
            TRACING_PACKAGE + "UnitOfWorkEvents");
    private static final String QUARKUS_CHECK = "io.quarkus.agroal.runtime.health.DataSourceHealthCheck";

    /** After the runtime beans, since it asks which datasources are active. */
    @BuildStep
    @Record(ExecutionTime.RUNTIME_INIT)
    @Consume(SyntheticBeansRuntimeInitBuildItem.class)
    void health(BindsBuildItem binds, Capabilities capabilities, HealthRecorder recorder, ShutdownContextBuildItem shutdown) {
        if (!binds.isEmpty() && hasHealth(capabilities)) {
            Map<String, Boolean> checked = new TreeMap<>();
            binds.names().forEach(bind -> checked.put(bind, binds.dynamic().contains(bind)));
            checked.keySet().removeAll(new BindsAtBuild(config()).excludedFromHealth());
            recorder.register(checked, shutdown);
        }
    }

    /** Without another datasource than those of the binds, which are excluded from it, Quarkus's check would be empty. */
    @BuildStep
    void emptyHealthCheck(BindsBuildItem binds, Capabilities capabilities, DataSourcesBuildTimeConfig datasources,
            BuildProducer<ExcludedTypeBuildItem> excluded) {
        if (!binds.isEmpty() && hasHealth(capabilities) && datasources.dataSources().entrySet().stream()
                .allMatch(datasource -> binds.names().contains(datasource.getKey()) && datasource.getValue().healthExclude())) {
            excluded.produce(new ExcludedTypeBuildItem(QUARKUS_CHECK));
        }
    }

    private static boolean hasHealth(Capabilities capabilities) {
        return capabilities.isPresent(Capability.SMALLRYE_HEALTH) && isEnabled("quarkus.datasource.health.enabled", true);
    }

    @BuildStep
    void meters(BindsBuildItem binds, Optional<MetricsCapabilityBuildItem> metrics,
            BuildProducer<AdditionalBeanBuildItem> beans, BuildProducer<ExcludedTypeBuildItem> excluded,
            BuildProducer<UnremovableBeanBuildItem> unremovable) {
        boolean micrometer = metrics.isPresent() && metrics.get().metricsSupported(MetricsFactory.MICROMETER);
        if (!binds.isEmpty() && micrometer && isEnabled("quarkus.datasource.metrics.enabled", false)) {
            beans.produce(AdditionalBeanBuildItem.builder().setUnremovable().addBeanClasses(METERS).build());
        } else {
            excluded.produce(new ExcludedTypeBuildItem(METERS_PACKAGE + "*"));
        }
        unremovable.produce(UnremovableBeanBuildItem.beanTypes(DatabaseListener.class, DatabaseStates.class,
                WaitListener.class));
    }

    /** Adds the beans of tracing if Quarkus traces the statements of a bind. */
    @BuildStep
    void tracing(BindsBuildItem binds, Capabilities capabilities, DataSourcesJdbcBuildTimeConfig datasources,
            BuildProducer<AdditionalBeanBuildItem> beans, BuildProducer<ExcludedTypeBuildItem> excluded,
            BuildProducer<UnremovableBeanBuildItem> unremovable) {
        if (capabilities.isPresent(Capability.OPENTELEMETRY_TRACER)
                && binds.names().stream().anyMatch(bind -> datasources.dataSources().get(bind).jdbc().telemetry())) {
            beans.produce(AdditionalBeanBuildItem.builder().setUnremovable().addBeanClasses(TRACING).build());
        } else {
            excluded.produce(new ExcludedTypeBuildItem(TRACING_PACKAGE + "*"));
        }
        unremovable.produce(UnremovableBeanBuildItem.beanTypes(DataSourceTracing.class));
    }

    private static SmallRyeConfig config() {
        return ConfigProvider.getConfig().unwrap(SmallRyeConfig.class);
    }

    private static boolean isEnabled(String key, boolean defaultValue) {
        return ConfigProvider.getConfig().getOptionalValue(key, Boolean.class).orElse(defaultValue);
    }
}
