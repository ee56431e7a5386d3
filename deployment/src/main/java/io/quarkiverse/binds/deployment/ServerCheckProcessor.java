package io.quarkiverse.binds.deployment;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

import io.quarkiverse.binds.runtime.check.ServerChecks;
import io.quarkiverse.binds.runtime.pool.OtherKindConfigurer;
import io.quarkiverse.binds.runtime.pool.StartupLoginRecorder;
import io.quarkus.agroal.spi.JdbcDataSourceBuildItem;
import io.quarkus.agroal.spi.JdbcDataSourceSchemaReadyBuildItem;
import io.quarkus.arc.deployment.AdditionalBeanBuildItem;
import io.quarkus.arc.deployment.ExcludedTypeBuildItem;
import io.quarkus.arc.deployment.SyntheticBeansRuntimeInitBuildItem;
import io.quarkus.datasource.common.runtime.DatabaseKind;
import io.quarkus.deployment.annotations.BuildProducer;
import io.quarkus.deployment.annotations.BuildStep;
import io.quarkus.deployment.annotations.Consume;
import io.quarkus.deployment.annotations.ExecutionTime;
import io.quarkus.deployment.annotations.Record;
import io.quarkus.deployment.builditem.ExecutorBuildItem;
import io.quarkus.deployment.logging.LogCleanupFilterBuildItem;

/** Checks at the first connection of each bind whether the settings of its server fit. */
class ServerCheckProcessor {

    @BuildStep
    void bean(BindsBuildItem binds, BuildProducer<AdditionalBeanBuildItem> beans,
            BuildProducer<ExcludedTypeBuildItem> excluded) {
        if (binds.kinds().values().stream().noneMatch(ServerCheckProcessor::mayBeChecked)) {
            excluded.produce(new ExcludedTypeBuildItem(ServerChecks.class.getName()));
        } else {
            beans.produce(AdditionalBeanBuildItem.unremovableOf(ServerChecks.class));
        }
    }

    /** Servers of other kinds have no settings to check; a driver of another kind may lead to one of these. */
    private static boolean mayBeChecked(String kind) {
        return DatabaseKind.isMySQL(kind) || DatabaseKind.isMariaDB(kind) || kind.equals(OtherKindConfigurer.KIND);
    }

    /** Runs before Hibernate and other extensions make schemas. */
    @BuildStep
    @Record(ExecutionTime.RUNTIME_INIT)
    @Consume(SyntheticBeansRuntimeInitBuildItem.class)
    JdbcDataSourceSchemaReadyBuildItem logIn(BindsBuildItem binds, EntitiesBuildItem entities,
            List<JdbcDataSourceBuildItem> dataSources, ExecutorBuildItem executor, StartupLoginRecorder recorder) {
        Set<String> bindsToLogIn = new TreeSet<>(entities.entities().keySet());
        bindsToLogIn.retainAll(dataSources.stream().map(JdbcDataSourceBuildItem::getName).collect(Collectors.toSet()));
        bindsToLogIn.removeAll(binds.dynamic());
        recorder.logIn(bindsToLogIn, executor.getExecutorProxy());
        return new JdbcDataSourceSchemaReadyBuildItem(bindsToLogIn);
    }

    /**
     * Drops the warning with a stack trace that Hibernate logs if a database cannot be reached: the pool has logged the reason.
     */
    @BuildStep
    LogCleanupFilterBuildItem withoutMetadata() {
        return new LogCleanupFilterBuildItem("org.hibernate.orm.jdbc", "HHH100046");
    }
}
