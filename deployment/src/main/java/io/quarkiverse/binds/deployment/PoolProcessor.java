package io.quarkiverse.binds.deployment;

import org.jboss.jandex.AnnotationTransformation;

import io.quarkiverse.binds.PoolStats;
import io.quarkiverse.binds.runtime.pool.FirstConnection;
import io.quarkiverse.binds.runtime.pool.PoolOfBind;
import io.quarkiverse.binds.runtime.pool.PoolOfBindInterceptor;
import io.quarkiverse.binds.runtime.pool.Pools;
import io.quarkiverse.binds.runtime.socket.PeerSocket;
import io.quarkus.agroal.runtime.DataSources;
import io.quarkus.arc.deployment.AdditionalBeanBuildItem;
import io.quarkus.arc.deployment.AnnotationsTransformerBuildItem;
import io.quarkus.arc.deployment.ExcludedTypeBuildItem;
import io.quarkus.arc.deployment.UnremovableBeanBuildItem;
import io.quarkus.datasource.common.runtime.DatabaseKind;
import io.quarkus.deployment.annotations.BuildProducer;
import io.quarkus.deployment.annotations.BuildStep;
import io.quarkus.deployment.builditem.nativeimage.ReflectiveClassBuildItem;

/** The pools of the binds, around those that Quarkus makes. */
class PoolProcessor {

    private static final String SOCKETS = PeerSocket.class.getPackageName() + ".";
    private static final String POOL = Pools.class.getPackageName() + ".";

    @BuildStep
    void beans(BindsBuildItem binds, BuildProducer<AdditionalBeanBuildItem> beans,
            BuildProducer<ExcludedTypeBuildItem> excluded,
            BuildProducer<UnremovableBeanBuildItem> unremovable) {
        if (binds.isEmpty()) {
            excluded.produce(new ExcludedTypeBuildItem(Pools.class.getPackageName() + ".*"));
            return;
        }
        beans.produce(AdditionalBeanBuildItem.builder().setUnremovable()
                .addBeanClasses(Pools.class, PoolOfBind.class, PoolOfBindInterceptor.class).build());
        unremovable.produce(UnremovableBeanBuildItem.beanTypes(FirstConnection.class));
    }

    /** Quarkus makes its datasources in a bean of its own, which knows no other way to be told of them. */
    @BuildStep
    @SuppressWarnings("removal") // to be replaced with the class
    void pools(BindsBuildItem binds, BuildProducer<AnnotationsTransformerBuildItem> transformers) {
        if (!binds.isEmpty()) {
            transformers.produce(new AnnotationsTransformerBuildItem(AnnotationTransformation.forMethods()
                    .whenMethod(DataSources.class, "createDataSource").transform(method -> method.add(PoolOfBind.class))));
        }
    }

    /** They are made by their names, which are written out: a driver that is not there cannot be linked to. */
    @BuildStep
    void ofDrivers(BindsBuildItem binds, BuildProducer<ReflectiveClassBuildItem> reflective) {
        if (binds.kinds().values().stream().anyMatch(DatabaseKind::isMySQL)) {
            reflective.produce(byName(SOCKETS + "MySqlSocketFactory", POOL + "MySqlStatus"));
        }
        if (binds.kinds().values().stream().anyMatch(DatabaseKind::isMariaDB)) {
            reflective.produce(byName(SOCKETS + "ChannelSocketFactory", POOL + "MariaDbStatus"));
        }
    }

    private static ReflectiveClassBuildItem byName(String... names) {
        return ReflectiveClassBuildItem.builder(names).reason(PoolProcessor.class.getName()).build();
    }

    /** An application may answer with them. */
    @BuildStep
    ReflectiveClassBuildItem answers() {
        return ReflectiveClassBuildItem.builder(PoolStats.class).reason(getClass().getName()).methods().build();
    }
}
