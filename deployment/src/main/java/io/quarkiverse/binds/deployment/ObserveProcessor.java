package io.quarkiverse.binds.deployment;

import java.util.Optional;

import jakarta.inject.Singleton;

import org.eclipse.microprofile.config.ConfigProvider;
import org.jboss.jandex.ClassType;
import org.jboss.jandex.DotName;

import io.quarkiverse.binds.runtime.dynamic.DatabaseListener;
import io.quarkiverse.binds.runtime.dynamic.DatabaseStates;
import io.quarkiverse.binds.runtime.health.HealthRecorder;
import io.quarkus.arc.deployment.AdditionalBeanBuildItem;
import io.quarkus.arc.deployment.ExcludedTypeBuildItem;
import io.quarkus.arc.deployment.SyntheticBeanBuildItem;
import io.quarkus.arc.deployment.UnremovableBeanBuildItem;
import io.quarkus.deployment.Capabilities;
import io.quarkus.deployment.Capability;
import io.quarkus.deployment.annotations.BuildProducer;
import io.quarkus.deployment.annotations.BuildStep;
import io.quarkus.deployment.annotations.ExecutionTime;
import io.quarkus.deployment.annotations.Record;
import io.quarkus.deployment.metrics.MetricsCapabilityBuildItem;
import io.quarkus.runtime.metrics.MetricsFactory;

/** Health checks and meters of dynamic binds, if the application has these extensions. The keys of datasources switch them. */
class ObserveProcessor {

    /** By name, since the class needs an extension that may not be there. */
    private static final String METERS = "io.quarkiverse.binds.runtime.metrics.DatabaseMeters";
    private static final DotName HEALTH_CHECK = DotName.createSimple("org.eclipse.microprofile.health.HealthCheck");
    private static final DotName READINESS = DotName.createSimple("org.eclipse.microprofile.health.Readiness");

    @BuildStep
    @Record(ExecutionTime.RUNTIME_INIT)
    void health(BindsBuildItem binds, Capabilities capabilities, HealthRecorder recorder,
            BuildProducer<SyntheticBeanBuildItem> beans) {
        if (capabilities.isMissing(Capability.SMALLRYE_HEALTH) || !isEnabled("quarkus.datasource.health.enabled", true)) {
            return;
        }
        for (String bind : binds.dynamic()) {
            beans.produce(SyntheticBeanBuildItem.configure(HEALTH_CHECK)
                    .identifier(bind)
                    .scope(Singleton.class)
                    .addQualifier(READINESS)
                    .createWith(recorder.databases(bind))
                    .addInjectionPoint(ClassType.create(DatabaseStates.class))
                    .setRuntimeInit()
                    .unremovable()
                    .done());
        }
    }

    @BuildStep
    void meters(BindsBuildItem binds, Optional<MetricsCapabilityBuildItem> metrics,
            BuildProducer<AdditionalBeanBuildItem> beans, BuildProducer<ExcludedTypeBuildItem> excluded,
            BuildProducer<UnremovableBeanBuildItem> unremovable) {
        boolean micrometer = metrics.isPresent() && metrics.get().metricsSupported(MetricsFactory.MICROMETER);
        if (binds.dynamic().isEmpty() || !micrometer || !isEnabled("quarkus.datasource.metrics.enabled", false)) {
            excluded.produce(new ExcludedTypeBuildItem(METERS));
        } else {
            beans.produce(AdditionalBeanBuildItem.unremovableOf(METERS));
        }
        unremovable.produce(UnremovableBeanBuildItem.beanTypes(DatabaseListener.class));
    }

    private static boolean isEnabled(String key, boolean defaultValue) {
        return ConfigProvider.getConfig().getOptionalValue(key, Boolean.class).orElse(defaultValue);
    }
}
