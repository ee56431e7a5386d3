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
import io.quarkus.deployment.builditem.nativeimage.ReflectiveClassBuildItem;
import io.smallrye.config.SmallRyeConfig;

/** What binds there are, and what the application says and checks about them when it starts. */
class BindsProcessor {

    private static final String FEATURE = "binds";

    @BuildStep
    FeatureBuildItem feature() {
        return new FeatureBuildItem(FEATURE);
    }

    @BuildStep
    BindsBuildItem binds(List<JdbcDriverBuildItem> drivers) {
        SmallRyeConfig config = ConfigProvider.getConfig().unwrap(SmallRyeConfig.class);
        new ConfigCheck(config).atBuild();
        BindsAtBuild kinds = new BindsAtBuild(config);
        Set<String> names = kinds.names();
        if (names.isEmpty()) {
            BindErrors.requireSomeDatabase(config);
        }
        Map<String, String> found = new TreeMap<>();
        for (String bind : names) {
            found.put(bind, Drivers.kind(bind, kinds.kind(bind), drivers));
        }
        return new BindsBuildItem(found, kinds.leftOpen(), kinds.dynamic());
    }

    /**
     * Checked before the datasources are made: that is what the build item is for, besides giving each driver the name of its
     * bind.
     */
    @BuildStep
    @Record(ExecutionTime.RUNTIME_INIT)
    void check(BindsBuildItem binds, BindsRecorder recorder, BuildProducer<JdbcPropertyBuildItem> jdbcProperties) {
        recorder.check(binds.kinds(), binds.leftOpen());
        for (String bind : Drivers.toldTheirName(binds.names())) {
            jdbcProperties.produce(new JdbcPropertyBuildItem(bind, BindDriver.BIND_PROPERTY, bind));
        }
    }

    /** Whatever sets a URL later, the bind or Dev Services, wins over this default, which explains itself when it is used. */
    @BuildStep
    void explainMissingUrls(BindsBuildItem binds, BuildProducer<RunTimeConfigurationDefaultBuildItem> defaults) {
        for (String bind : Drivers.throughBindDriver(binds.names())) {
            defaults.produce(new RunTimeConfigurationDefaultBuildItem(DataSourceUtil.dataSourcePropertyKey(bind, "jdbc.url"),
                    BindDriver.NO_URL + bind));
        }
    }

    /** An application may answer with them. */
    @BuildStep
    ReflectiveClassBuildItem answers() {
        return ReflectiveClassBuildItem.builder(BindInfo.class, BindSetting.class).reason(getClass().getName()).methods()
                .build();
    }

    @BuildStep
    @Record(ExecutionTime.RUNTIME_INIT)
    SyntheticBeanBuildItem bean(BindsBuildItem binds, EntitiesBuildItem entities, BindsRecorder recorder) {
        return SyntheticBeanBuildItem.configure(Binds.class)
                .scope(Singleton.class)
                .supplier(recorder.binds(binds.kinds(), entities.entities(), binds.leftOpen()))
                .setRuntimeInit()
                .unremovable()
                .done();
    }

    @BuildStep
    @Record(ExecutionTime.RUNTIME_INIT)
    @Consume(SyntheticBeansRuntimeInitBuildItem.class)
    ServiceStartBuildItem report(BindsBuildItem binds, BindsRecorder recorder) {
        recorder.report();
        return new ServiceStartBuildItem(FEATURE);
    }
}
