package io.quarkiverse.binds.deployment;

import java.util.Set;

import org.eclipse.microprofile.config.ConfigProvider;

import io.quarkiverse.binds.runtime.config.BindsAtBuild;
import io.quarkiverse.binds.runtime.config.BindsRecorder;
import io.quarkus.deployment.annotations.BuildProducer;
import io.quarkus.deployment.annotations.BuildStep;
import io.quarkus.deployment.annotations.ExecutionTime;
import io.quarkus.deployment.annotations.Record;
import io.quarkus.deployment.builditem.RunTimeConfigurationDefaultBuildItem;
import io.smallrye.config.SmallRyeConfig;

/** Settings of the application for binds that commit together by XA. */
class TwoPhaseProcessor {

    @BuildStep
    void recovery(BindsBuildItem binds, BuildProducer<RunTimeConfigurationDefaultBuildItem> defaults) {
        if (!twoPhase(binds).isEmpty()) {
            // otherwise a transaction that was prepared when the application was killed would hold its locks for ever
            defaults.produce(new RunTimeConfigurationDefaultBuildItem("quarkus.transaction-manager.enable-recovery", "true"));
        }
    }

    @BuildStep
    @Record(ExecutionTime.RUNTIME_INIT)
    void advise(BindsBuildItem binds, BindsRecorder recorder) {
        if (!twoPhase(binds).isEmpty()) {
            recorder.adviseTwoPhase();
        }
    }

    private static Set<String> twoPhase(BindsBuildItem binds) {
        return binds.isEmpty() ? Set.of()
                : new BindsAtBuild(ConfigProvider.getConfig().unwrap(SmallRyeConfig.class)).twoPhase();
    }
}
