package io.quarkiverse.binds.deployment;

import java.util.List;

import io.quarkiverse.binds.runtime.config.MigrationsBuildTimeConfig;
import io.quarkiverse.binds.runtime.console.ConsoleRecorder;
import io.quarkiverse.binds.runtime.migration.command.CommandRecorder;
import io.quarkus.agroal.spi.JdbcDataSourceSchemaReadyBuildItem;
import io.quarkus.arc.deployment.BeanContainerBuildItem;
import io.quarkus.arc.deployment.SyntheticBeansRuntimeInitBuildItem;
import io.quarkus.bootstrap.classloading.QuarkusClassLoader;
import io.quarkus.deployment.IsDevelopment;
import io.quarkus.deployment.annotations.BuildProducer;
import io.quarkus.deployment.annotations.BuildStep;
import io.quarkus.deployment.annotations.Consume;
import io.quarkus.deployment.annotations.ExecutionTime;
import io.quarkus.deployment.annotations.Produce;
import io.quarkus.deployment.annotations.Record;
import io.quarkus.deployment.builditem.ConsoleCommandBuildItem;
import io.quarkus.deployment.builditem.ExecutorBuildItem;
import io.quarkus.deployment.builditem.LaunchModeBuildItem;
import io.quarkus.deployment.builditem.RawCommandLineArgumentsBuildItem;
import io.quarkus.deployment.builditem.RuntimeConfigSetupCompleteBuildItem;
import io.quarkus.deployment.builditem.ServiceStartBuildItem;
import io.quarkus.deployment.logging.LoggingSetupBuildItem;
import io.quarkus.hibernate.orm.deployment.PersistenceProviderSetUpBuildItem;

/** Runs commands of migrations on the built application. */
class CommandProcessor {

    private static final String PICOCLI = "picocli.CommandLine";

    /**
     * Runs a command when CDI and the datasources are ready. The build item makes this step run before Hibernate's start, and
     * so before the application is told that it has started and before a port is opened.
     */
    @BuildStep
    @Record(ExecutionTime.RUNTIME_INIT)
    @Produce(CommandModeBuildItem.class)
    @Consume(SyntheticBeansRuntimeInitBuildItem.class)
    @Consume(PersistenceProviderSetUpBuildItem.class)
    @Consume(LoggingSetupBuildItem.class)
    @Consume(RuntimeConfigSetupCompleteBuildItem.class)
    void run(BindsBuildItem binds, MigrationsBuildTimeConfig config, LaunchModeBuildItem mode,
            RawCommandLineArgumentsBuildItem arguments, BeanContainerBuildItem beanContainer, ExecutorBuildItem executor,
            CommandRecorder recorder, BuildProducer<JdbcDataSourceSchemaReadyBuildItem> ready) {
        if (binds.isEmpty() || config.command().isEmpty() || mode.getLaunchMode().isDevOrTest()) {
            return;
        }
        if (QuarkusClassLoader.isClassPresentAtRuntime(PICOCLI)) {
            recorder.run(arguments, config.command().get());
        } else {
            recorder.refuse(arguments, config.command().get());
        }
        ready.produce(new JdbcDataSourceSchemaReadyBuildItem(List.of()));
    }

    @BuildStep(onlyIf = IsDevelopment.class)
    @Record(ExecutionTime.RUNTIME_INIT)
    @Consume(SyntheticBeansRuntimeInitBuildItem.class)
    ServiceStartBuildItem console(BindsBuildItem binds, MigrationsBuildTimeConfig config, CommandRecorder recorder,
            ConsoleRecorder queries, BuildProducer<ConsoleCommandBuildItem> commands) {
        if (!binds.isEmpty() && config.command().isPresent()) {
            recorder.register(config.command().get(), QuarkusClassLoader.isClassPresentAtRuntime(PICOCLI));
            queries.register();
            commands.produce(new ConsoleCommandBuildItem(new ConsoleCommand()));
        }
        return new ServiceStartBuildItem("binds-console");
    }
}
