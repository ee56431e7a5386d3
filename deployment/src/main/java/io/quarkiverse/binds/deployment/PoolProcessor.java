package io.quarkiverse.binds.deployment;

import java.util.List;

import org.jboss.jandex.AnnotationTransformation;

import io.agroal.pool.ConnectionFactory;
import io.agroal.pool.ConnectionPool;
import io.quarkiverse.binds.PoolStats;
import io.quarkiverse.binds.runtime.masking.ExceptionMask;
import io.quarkiverse.binds.runtime.pool.BindConnectionConfigurer;
import io.quarkiverse.binds.runtime.pool.BindPools;
import io.quarkiverse.binds.runtime.pool.FirstConnectionListener;
import io.quarkiverse.binds.runtime.pool.OtherKindConfigurer;
import io.quarkiverse.binds.runtime.pool.PoolOfBind;
import io.quarkiverse.binds.runtime.pool.PoolOfBindInterceptor;
import io.quarkiverse.binds.runtime.replication.CommitPositions;
import io.quarkiverse.binds.runtime.socket.PeerSocket;
import io.quarkus.agroal.runtime.DataSources;
import io.quarkus.arc.deployment.AdditionalBeanBuildItem;
import io.quarkus.arc.deployment.AnnotationsTransformerBuildItem;
import io.quarkus.arc.deployment.ExcludedTypeBuildItem;
import io.quarkus.arc.deployment.UnremovableBeanBuildItem;
import io.quarkus.datasource.common.runtime.DatabaseKind;
import io.quarkus.deployment.annotations.BuildProducer;
import io.quarkus.deployment.annotations.BuildStep;
import io.quarkus.deployment.builditem.BytecodeTransformerBuildItem;
import io.quarkus.deployment.builditem.nativeimage.ReflectiveClassBuildItem;

/** Configures the pools of the binds, which Quarkus makes, and registers classes that drivers load by name. */
class PoolProcessor {

    private static final String SOCKETS = PeerSocket.class.getPackageName() + ".";
    private static final String POOL = BindPools.class.getPackageName() + ".";
    private static final String MASKING = ExceptionMask.class.getPackageName() + ".";
    private static final String REPLICATION = CommitPositions.class.getPackageName() + ".";

    @BuildStep
    void beans(BindsBuildItem binds, BuildProducer<AdditionalBeanBuildItem> beans,
            BuildProducer<ExcludedTypeBuildItem> excluded,
            BuildProducer<UnremovableBeanBuildItem> unremovable) {
        if (binds.isEmpty()) {
            excluded.produce(new ExcludedTypeBuildItem(BindPools.class.getPackageName() + ".*"));
            return;
        }
        beans.produce(AdditionalBeanBuildItem.builder().setUnremovable()
                .addBeanClasses(BindPools.class, BindConnectionConfigurer.class, PoolOfBind.class, PoolOfBindInterceptor.class)
                .build());
        unremovable.produce(UnremovableBeanBuildItem.beanTypes(FirstConnectionListener.class));
        if (binds.kinds().containsValue(OtherKindConfigurer.KIND)) {
            beans.produce(AdditionalBeanBuildItem.unremovableOf(OtherKindConfigurer.class));
        } else {
            excluded.produce(new ExcludedTypeBuildItem(OtherKindConfigurer.class.getName()));
        }
    }

    /** Adds an interceptor to the method of Quarkus that makes datasources: Quarkus has no other extension point there. */
    @BuildStep
    @SuppressWarnings("removal") // to be replaced with the class
    void pools(BindsBuildItem binds, BuildProducer<AnnotationsTransformerBuildItem> transformers) {
        if (!binds.isEmpty()) {
            transformers.produce(new AnnotationsTransformerBuildItem(AnnotationTransformation.forMethods()
                    .whenMethod(DataSources.class, "createDataSource").transform(method -> method.add(PoolOfBind.class))));
        }
    }

    /** Lets the pools share threads. In dev mode Agroal's classes stay over reloads, the first of which may bring the binds. */
    @BuildStep
    void housekeeping(BuildProducer<BytecodeTransformerBuildItem> transformers) {
        String pool = ConnectionPool.class.getName();
        transformers.produce(new BytecodeTransformerBuildItem.Builder().setClassToTransform(pool).setCacheable(true)
                .setVisitorFunction(PoolExecutorVisitor::creating).build());
        for (String task : List.of("CreateConnectionTask", "FillTask", "FlushTask", "LeakTask", "ReapTask", "ValidationTask")) {
            transformers.produce(new BytecodeTransformerBuildItem.Builder().setClassToTransform(pool + "$" + task)
                    .setCacheable(true).setVisitorFunction((name, visitor) -> new PoolExecutorVisitor(visitor)).build());
        }
    }

    /** Saves the first connection of each pool a command. */
    @BuildStep
    BytecodeTransformerBuildItem isolation() {
        return new BytecodeTransformerBuildItem.Builder().setClassToTransform(ConnectionFactory.class.getName())
                .setCacheable(true).setVisitorFunction((name, visitor) -> new LoginIsolationVisitor(visitor)).build();
    }

    /** Drivers and this extension load these classes by name. Here too they are names, as a missing driver cannot be linked. */
    @BuildStep
    void classesLoadedByName(BindsBuildItem binds, BuildProducer<ReflectiveClassBuildItem> reflective) {
        if (binds.kinds().values().stream().anyMatch(DatabaseKind::isMySQL)) {
            reflective.produce(reflectiveClasses(SOCKETS + "MySqlSocketFactory", POOL + "MySqlServerStatusFlags",
                    REPLICATION + "MySqlSessionTracking"));
        }
        if (binds.kinds().values().stream().anyMatch(DatabaseKind::isMariaDB)) {
            reflective.produce(reflectiveClasses(SOCKETS + "ChannelSocketFactory", POOL + "MariaDbServerStatusFlags"));
        }
        if (binds.kinds().values().stream().anyMatch(DatabaseKind::isPostgreSQL)) {
            reflective.produce(reflectiveClasses(SOCKETS + "ChannelSocketFactory", MASKING + "PostgreSqlExceptions"));
        }
        if (binds.kinds().values().stream().anyMatch(DatabaseKind::isH2)) {
            reflective.produce(reflectiveClasses(MASKING + "H2Exceptions"));
        }
    }

    private static ReflectiveClassBuildItem reflectiveClasses(String... names) {
        return ReflectiveClassBuildItem.builder(names).reason(PoolProcessor.class.getName()).build();
    }

    /** Registered for reflection since an application may serialize them as JSON. */
    @BuildStep
    ReflectiveClassBuildItem serializedTypes() {
        return ReflectiveClassBuildItem.builder(PoolStats.class).reason(getClass().getName()).methods().build();
    }
}
