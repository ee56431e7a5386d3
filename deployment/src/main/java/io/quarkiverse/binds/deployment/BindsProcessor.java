package io.quarkiverse.binds.deployment;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

import jakarta.inject.Singleton;

import org.eclipse.microprofile.config.ConfigProvider;

import io.quarkiverse.binds.BindInfo;
import io.quarkiverse.binds.BindSetting;
import io.quarkiverse.binds.Binds;
import io.quarkiverse.binds.runtime.config.BindsAtBuild;
import io.quarkiverse.binds.runtime.config.BindsRecorder;
import io.quarkiverse.binds.runtime.config.ConfigCheck;
import io.quarkiverse.binds.runtime.pool.BindDriver;
import io.quarkus.agroal.spi.JdbcDriverBuildItem;
import io.quarkus.agroal.spi.JdbcPropertyBuildItem;
import io.quarkus.arc.deployment.SyntheticBeanBuildItem;
import io.quarkus.arc.deployment.SyntheticBeansRuntimeInitBuildItem;
import io.quarkus.datasource.common.runtime.DataSourceUtil;
import io.quarkus.deployment.annotations.BuildProducer;
import io.quarkus.deployment.annotations.BuildStep;
import io.quarkus.deployment.annotations.Consume;
import io.quarkus.deployment.annotations.ExecutionTime;
import io.quarkus.deployment.annotations.Record;
import io.quarkus.deployment.builditem.FeatureBuildItem;
import io.quarkus.deployment.builditem.RunTimeConfigurationDefaultBuildItem;
import io.quarkus.deployment.builditem.ServiceStartBuildItem;
import io.quarkus.deployment.builditem.ShutdownContextBuildItem;
import io.quarkus.deployment.builditem.nativeimage.ReflectiveClassBuildItem;
import io.smallrye.config.SmallRyeConfig;

/** Finds the binds of the application, checks their configuration, and reports them at the start. */
class BindsProcessor {

    private static final String FEATURE = "binds";

    @BuildStep
    FeatureBuildItem feature() {
        return new FeatureBuildItem(FEATURE);
    }

    @BuildStep
    BindsBuildItem binds(List<JdbcDriverBuildItem> drivers) {
        SmallRyeConfig config = ConfigProvider.getConfig().unwrap(SmallRyeConfig.class);
        new ConfigCheck(config, DriverPropertyLists.of(drivers)).atBuild();
        BindsAtBuild configured = new BindsAtBuild(config);
        Set<String> names = configured.names();
        if (names.isEmpty()) {
            BindErrors.requireSomeDatabase(config);
        }
        Map<String, String> kinds = new TreeMap<>();
        for (String bind : names) {
            kinds.put(bind, Drivers.kind(bind, configured.kind(bind), drivers));
        }
        return new BindsBuildItem(kinds, configured.leftOpen(), configured.dynamic());
    }

    /**
     * Checks the configuration at the start. The build item gives each driver the name of its bind, and makes this step run
     * before the datasources are made.
     */
    @BuildStep
    @Record(ExecutionTime.RUNTIME_INIT)
    void check(BindsBuildItem binds, List<JdbcDriverBuildItem> drivers, BindsRecorder recorder,
            ShutdownContextBuildItem shutdown, BuildProducer<JdbcPropertyBuildItem> jdbcProperties) {
        recorder.check(binds.kinds(), binds.unsetProperties(), DriverPropertyLists.of(drivers), shutdown);
        for (String bind : Drivers.withBindProperty(binds.names())) {
            jdbcProperties.produce(new JdbcPropertyBuildItem(bind, BindDriver.BIND_PROPERTY, bind));
        }
    }

    /**
     * Default value of the URL, whose first use fails with a message that names the missing key. A bind and Dev Services
     * override it.
     */
    @BuildStep
    void explainMissingUrls(BindsBuildItem binds, BuildProducer<RunTimeConfigurationDefaultBuildItem> defaults) {
        for (String bind : Drivers.throughBindDriver(binds.names())) {
            defaults.produce(new RunTimeConfigurationDefaultBuildItem(DataSourceUtil.dataSourcePropertyKey(bind, "jdbc.url"),
                    BindDriver.NO_URL + bind));
        }
    }

    /** Registered for reflection since an application may serialize them as JSON. */
    @BuildStep
    ReflectiveClassBuildItem serializedTypes() {
        return ReflectiveClassBuildItem.builder(BindInfo.class, BindSetting.class).reason(getClass().getName()).methods()
                .build();
    }

    @BuildStep
    @Record(ExecutionTime.RUNTIME_INIT)
    SyntheticBeanBuildItem bean(BindsBuildItem binds, EntitiesBuildItem entities, BindsRecorder recorder) {
        return SyntheticBeanBuildItem.configure(Binds.class)
                .scope(Singleton.class)
                .supplier(recorder.binds(binds.kinds(), entities.entities(), binds.unsetProperties()))
                .setRuntimeInit()
                .unremovable()
                .done();
    }

    @BuildStep
    @Record(ExecutionTime.RUNTIME_INIT)
    @Consume(SyntheticBeansRuntimeInitBuildItem.class)
    @Consume(CommandModeBuildItem.class)
    ServiceStartBuildItem report(BindsBuildItem binds, BindsRecorder recorder) {
        recorder.report();
        return new ServiceStartBuildItem(FEATURE);
    }
}
