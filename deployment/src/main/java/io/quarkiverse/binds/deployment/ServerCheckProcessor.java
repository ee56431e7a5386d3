package io.quarkiverse.binds.deployment;

import io.quarkiverse.binds.runtime.check.ServerChecks;
import io.quarkus.arc.deployment.AdditionalBeanBuildItem;
import io.quarkus.arc.deployment.ExcludedTypeBuildItem;
import io.quarkus.deployment.annotations.BuildProducer;
import io.quarkus.deployment.annotations.BuildStep;

/** The check whether servers and binds fit. */
class ServerCheckProcessor {

    @BuildStep
    void bean(BindsBuildItem binds, BuildProducer<AdditionalBeanBuildItem> beans,
            BuildProducer<ExcludedTypeBuildItem> excluded) {
        if (binds.isEmpty()) {
            excluded.produce(new ExcludedTypeBuildItem(ServerChecks.class.getName()));
        } else {
            beans.produce(AdditionalBeanBuildItem.unremovableOf(ServerChecks.class));
        }
    }
}
