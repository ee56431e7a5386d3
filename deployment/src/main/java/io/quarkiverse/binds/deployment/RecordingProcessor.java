package io.quarkiverse.binds.deployment;

import java.sql.CallableStatement;
import java.sql.PreparedStatement;
import java.sql.Statement;
import java.util.Set;
import java.util.TreeSet;
import java.util.logging.Level;

import jakarta.inject.Singleton;

import org.jboss.jandex.ClassInfo;

import io.quarkiverse.binds.RecordedQuery;
import io.quarkiverse.binds.runtime.masking.SensitiveColumns;
import io.quarkiverse.binds.runtime.recording.CallerLocator;
import io.quarkiverse.binds.runtime.recording.RecordingRecorder;
import io.quarkiverse.binds.runtime.recording.StatementMonitors;
import io.quarkiverse.binds.runtime.session.RecordedQueriesBean;
import io.quarkus.arc.deployment.AdditionalBeanBuildItem;
import io.quarkus.arc.deployment.ExcludedTypeBuildItem;
import io.quarkus.arc.deployment.SyntheticBeanBuildItem;
import io.quarkus.datasource.common.runtime.DatabaseKind;
import io.quarkus.deployment.annotations.BuildProducer;
import io.quarkus.deployment.annotations.BuildStep;
import io.quarkus.deployment.annotations.ExecutionTime;
import io.quarkus.deployment.annotations.Record;
import io.quarkus.deployment.builditem.ApplicationIndexBuildItem;
import io.quarkus.deployment.builditem.CombinedIndexBuildItem;
import io.quarkus.deployment.builditem.LogCategoryBuildItem;
import io.quarkus.deployment.builditem.nativeimage.NativeImageProxyDefinitionBuildItem;
import io.quarkus.deployment.builditem.nativeimage.ReflectiveClassBuildItem;

/** The beans that record statements. */
class RecordingProcessor {

    /** The interfaces of calls of procedures. */
    private static final Class<?>[] CALLED = { Statement.class, PreparedStatement.class, CallableStatement.class };

    @BuildStep
    void beans(BindsBuildItem binds, BuildProducer<AdditionalBeanBuildItem> beans,
            BuildProducer<ExcludedTypeBuildItem> excluded) {
        if (binds.isEmpty()) {
            excluded.produce(new ExcludedTypeBuildItem(StatementMonitors.class.getPackageName() + ".*"));
            return;
        }
        beans.produce(AdditionalBeanBuildItem.builder().setUnremovable()
                .addBeanClasses(StatementMonitors.class, RecordedQueriesBean.class).build());
    }

    /** The callers of statements are found by their packages: those of the application, without its libraries. */
    @BuildStep
    @Record(ExecutionTime.RUNTIME_INIT)
    void callers(BindsBuildItem binds, ApplicationIndexBuildItem application, RecordingRecorder recorder,
            BuildProducer<SyntheticBeanBuildItem> beans) {
        if (binds.isEmpty()) {
            return;
        }
        Set<String> packages = new TreeSet<>();
        for (ClassInfo type : application.getIndex().getKnownClasses()) {
            packages.add(type.name().packagePrefix() == null ? "" : type.name().packagePrefix());
        }
        beans.produce(SyntheticBeanBuildItem.configure(CallerLocator.class)
                .scope(Singleton.class)
                .supplier(recorder.callers(packages))
                .setRuntimeInit()
                .unremovable()
                .done());
    }

    @BuildStep
    @Record(ExecutionTime.RUNTIME_INIT)
    void sensitiveColumns(BindsBuildItem binds, EntitiesBuildItem entities, CombinedIndexBuildItem index,
            RecordingRecorder recorder,
            BuildProducer<SyntheticBeanBuildItem> beans) {
        if (binds.isEmpty()) {
            return;
        }
        beans.produce(SyntheticBeanBuildItem.configure(SensitiveColumns.class)
                .scope(Singleton.class)
                .supplier(recorder.sensitive(new SensitiveAttributes(index.getIndex()).ofBinds(binds.names(), entities)))
                .setRuntimeInit()
                .unremovable()
                .done());
    }

    /** MariaDB's driver logs the text of each error before it throws it as an exception, whose text is masked. */
    @BuildStep
    void logOfMariaDb(BindsBuildItem binds, EntitiesBuildItem entities, CombinedIndexBuildItem index,
            BuildProducer<LogCategoryBuildItem> categories) {
        Set<String> marked = new SensitiveAttributes(index.getIndex()).ofBinds(binds.names(), entities).keySet();
        if (marked.stream().map(binds.kinds()::get).anyMatch(DatabaseKind::isMariaDB)) {
            categories.produce(new LogCategoryBuildItem("org.mariadb.jdbc.message.server.ErrorPacket", Level.OFF));
        }
    }

    /** Calls of procedures are proxies while they are recorded. */
    @BuildStep
    void proxies(BuildProducer<NativeImageProxyDefinitionBuildItem> proxies,
            BuildProducer<ReflectiveClassBuildItem> reflective) {
        proxies.produce(new NativeImageProxyDefinitionBuildItem(CallableStatement.class.getName()));
        reflective.produce(ReflectiveClassBuildItem.builder(CALLED).methods().reason(getClass().getName()).build());
    }

    /** Registered for reflection since an application may serialize them as JSON. */
    @BuildStep
    ReflectiveClassBuildItem serializedTypes() {
        return ReflectiveClassBuildItem.builder(RecordedQuery.class).methods().reason(getClass().getName()).build();
    }
}
