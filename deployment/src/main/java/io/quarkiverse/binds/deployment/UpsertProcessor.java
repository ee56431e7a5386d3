package io.quarkiverse.binds.deployment;

import io.quarkiverse.binds.GetOrCreateResult;
import io.quarkiverse.binds.runtime.upsert.ErrorLog;
import io.quarkiverse.binds.runtime.upsert.GetOrCreate;
import io.quarkiverse.binds.runtime.upsert.Upsert;
import io.quarkus.arc.deployment.AdditionalBeanBuildItem;
import io.quarkus.arc.deployment.ExcludedTypeBuildItem;
import io.quarkus.deployment.annotations.BuildProducer;
import io.quarkus.deployment.annotations.BuildStep;
import io.quarkus.deployment.builditem.nativeimage.ReflectiveClassBuildItem;

/** Get-or-create and upsert. */
class UpsertProcessor {

    @BuildStep
    void beans(BindsBuildItem binds, BuildProducer<AdditionalBeanBuildItem> beans,
            BuildProducer<ExcludedTypeBuildItem> excluded) {
        if (binds.isEmpty()) {
            excluded.produce(new ExcludedTypeBuildItem(GetOrCreate.class.getPackageName() + ".*"));
        } else {
            beans.produce(AdditionalBeanBuildItem.unremovableOf(ErrorLog.class));
            beans.produce(AdditionalBeanBuildItem.unremovableOf(GetOrCreate.class));
            beans.produce(AdditionalBeanBuildItem.unremovableOf(Upsert.class));
        }
    }

    /** Registered for reflection since an application may serialize it as JSON. */
    @BuildStep
    ReflectiveClassBuildItem serializedTypes() {
        return ReflectiveClassBuildItem.builder(GetOrCreateResult.class).reason(getClass().getName()).methods().build();
    }
}
