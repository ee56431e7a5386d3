package io.quarkiverse.binds.deployment;

import io.quarkiverse.binds.DatabaseTable;
import io.quarkiverse.binds.runtime.ddl.BindConnections;
import io.quarkiverse.binds.runtime.ddl.SchemaBean;
import io.quarkus.arc.deployment.AdditionalBeanBuildItem;
import io.quarkus.arc.deployment.ExcludedTypeBuildItem;
import io.quarkus.deployment.annotations.BuildProducer;
import io.quarkus.deployment.annotations.BuildStep;
import io.quarkus.deployment.builditem.nativeimage.ReflectiveClassBuildItem;

/** The bean {@code Schema}. */
class SchemaProcessor {

    @BuildStep
    void bean(BindsBuildItem binds, BuildProducer<AdditionalBeanBuildItem> beans,
            BuildProducer<ExcludedTypeBuildItem> excluded) {
        if (binds.isEmpty()) {
            excluded.produce(new ExcludedTypeBuildItem(SchemaBean.class.getName()));
            excluded.produce(new ExcludedTypeBuildItem(BindConnections.class.getName()));
        } else {
            beans.produce(AdditionalBeanBuildItem.unremovableOf(SchemaBean.class));
        }
    }

    /** Registered for reflection since an application may serialize them as JSON. */
    @BuildStep
    ReflectiveClassBuildItem serializedTypes() {
        return ReflectiveClassBuildItem.builder(DatabaseTable.class, DatabaseTable.Column.class, DatabaseTable.Index.class,
                DatabaseTable.ForeignKey.class, DatabaseTable.Check.class).reason(getClass().getName()).methods().build();
    }
}
