package io.quarkiverse.binds.deployment;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.quarkiverse.binds.Bind;
import io.quarkiverse.binds.MigrationChange;
import io.quarkiverse.binds.MigrationCheck;
import io.quarkiverse.binds.MigrationInfo;
import io.quarkiverse.binds.MigrationScript;
import io.quarkiverse.binds.runtime.config.BindKey;
import io.quarkiverse.binds.runtime.config.BindNames;
import io.quarkiverse.binds.runtime.config.MigrationConfig;
import io.quarkiverse.binds.runtime.config.MigrationLocation;
import io.quarkiverse.binds.runtime.migration.MigrationsBean;
import io.quarkiverse.binds.runtime.migration.file.Snapshot;
import io.quarkiverse.binds.runtime.migration.flyway.FlywayDependencies;
import io.quarkiverse.binds.runtime.migration.flyway.FlywayMigrator;
import io.quarkiverse.binds.runtime.migration.flyway.FlywayRunner;
import io.quarkiverse.binds.runtime.migration.flyway.MigrationsRecorder;
import io.quarkiverse.binds.runtime.migration.flyway.MissingFlyway;
import io.quarkus.agroal.spi.JdbcDataSourceBuildItem;
import io.quarkus.agroal.spi.JdbcDataSourceSchemaReadyBuildItem;
import io.quarkus.arc.deployment.AdditionalBeanBuildItem;
import io.quarkus.arc.deployment.ExcludedTypeBuildItem;
import io.quarkus.arc.deployment.SyntheticBeansRuntimeInitBuildItem;
import io.quarkus.bootstrap.classloading.QuarkusClassLoader;
import io.quarkus.deployment.Capabilities;
import io.quarkus.deployment.Capability;
import io.quarkus.deployment.annotations.BuildProducer;
import io.quarkus.deployment.annotations.BuildStep;
import io.quarkus.deployment.annotations.Consume;
import io.quarkus.deployment.annotations.ExecutionTime;
import io.quarkus.deployment.annotations.Record;
import io.quarkus.deployment.builditem.nativeimage.NativeImageResourceBuildItem;
import io.quarkus.deployment.builditem.nativeimage.ReflectiveClassBuildItem;
import io.quarkus.runtime.configuration.ConfigurationException;
import io.quarkus.runtime.util.ClassPathUtils;

/** The bean that runs scripts of migrations by Flyway, and the scripts that are applied at the start. */
class MigrationsProcessor {

    private static final String PACKAGE = FlywayRunner.class.getPackageName() + ".*";

    /** No beans; without Flyway, ArC would warn at each build that their supertypes are missing. */
    static final Set<String> SUBTYPES_OF_FLYWAY = Stream.of("BindScripts", "MigrationRefusedException", "ScriptFile",
            "ScriptProgress").map(type -> FlywayRunner.class.getPackageName() + "." + type).collect(Collectors.toSet());

    @BuildStep
    void beans(BindsBuildItem binds, Capabilities capabilities, BuildProducer<AdditionalBeanBuildItem> beans,
            BuildProducer<ExcludedTypeBuildItem> excluded) {
        boolean hasFlyway = capabilities.isPresent(Capability.FLYWAY);
        if (binds.isEmpty()) {
            excluded.produce(new ExcludedTypeBuildItem(PACKAGE));
            excluded.produce(new ExcludedTypeBuildItem(MigrationsBean.class.getPackageName() + ".*"));
            return;
        }
        beans.produce(AdditionalBeanBuildItem.unremovableOf(MigrationsBean.class));
        if (hasFlyway) {
            excluded.produce(new ExcludedTypeBuildItem(MissingFlyway.class.getName()));
            beans.produce(AdditionalBeanBuildItem.builder().setUnremovable()
                    .addBeanClasses(FlywayRunner.class, FlywayMigrator.class).build());
        } else {
            // by name: these classes cannot be loaded without Flyway
            excluded.produce(new ExcludedTypeBuildItem(FlywayRunner.class.getName()));
            excluded.produce(new ExcludedTypeBuildItem(FlywayMigrator.class.getName()));
            SUBTYPES_OF_FLYWAY.forEach(type -> excluded.produce(new ExcludedTypeBuildItem(type)));
            beans.produce(AdditionalBeanBuildItem.unremovableOf(MissingFlyway.class));
        }
    }

    /** Finds the binds with scripts, and refuses scripts that could not be applied, or that no bind has. */
    @BuildStep
    ScriptsBuildItem scripts(BindsBuildItem binds, List<JdbcDataSourceBuildItem> dataSources, Capabilities capabilities) {
        Set<String> withScripts = new TreeSet<>();
        List<String> problems = new ArrayList<>();
        for (Map.Entry<String, String> bind : binds.kinds().entrySet()) {
            String name = bind.getKey();
            boolean hasScripts = !scriptsIn(MigrationLocation.of(name), Integer.MAX_VALUE).isEmpty();
            if (hasScripts) {
                withScripts.add(name);
            }
            uses(name, hasScripts).ifPresent(use -> missing(bind.getValue(), capabilities).ifPresent(
                    dependency -> problems.add(use + " cannot be used without Flyway: add " + dependency)));
        }
        if (capabilities.isPresent(Capability.FLYWAY)) {
            scriptsOfNoBind(binds, dataSources).ifPresent(problems::add);
        }
        if (!problems.isEmpty()) {
            throw new ConfigurationException(String.join("\n", problems));
        }
        return new ScriptsBuildItem(withScripts);
    }

    /** For what a bind needs Flyway, in words; empty if it does not. */
    private static Optional<String> uses(String bind, boolean hasScripts) {
        if (hasScripts) {
            return Optional.of("The scripts of migrations in " + MigrationLocation.of(bind) + " of " + BindNames.display(bind));
        }
        if (MigrationConfig.migratesAtStart(bind)) {
            return Optional.of(BindKey.property(bind, "migrate-at-start") + "=true");
        }
        return MigrationConfig.migratesOnOpening(bind) ? Optional.of(BindKey.property(bind, "schema") + "=migrate")
                : Optional.empty();
    }

    /**
     * Scripts directly in Flyway's own default directory, which were of a datasource before it became a bind: no bind applies
     * them.
     */
    private static Optional<String> scriptsOfNoBind(BindsBuildItem binds, List<JdbcDataSourceBuildItem> dataSources) {
        List<String> scripts = scriptsIn(MigrationLocation.ROOT, 1).stream().filter(name -> name.matches("[VR].*__.*"))
                .toList();
        boolean areUsed = binds.names().stream().anyMatch(MigrationConfig::hasScriptsInRoot)
                || dataSources.stream().anyMatch(dataSource -> !binds.names().contains(dataSource.getName()));
        if (scripts.isEmpty() || areUsed || binds.isEmpty()) {
            return Optional.empty();
        }
        String bind = binds.names().contains(Bind.DEFAULT) ? Bind.DEFAULT : binds.names().iterator().next();
        return Optional.of("The scripts of migrations " + String.join(", ", scripts) + " in " + MigrationLocation.ROOT
                + " are of no bind: move them to the directory of a bind, such as " + MigrationLocation.of(bind) + ", or set "
                + MigrationConfig.locationsKey(bind) + "=" + MigrationLocation.ROOT);
    }

    /** The dependency that is missing for a kind of database, in words. */
    private static Optional<String> missing(String kind, Capabilities capabilities) {
        if (!capabilities.isPresent(Capability.FLYWAY)) {
            return Optional.of(FlywayDependencies.of(kind));
        }
        return FlywayDependencies.classOfSupport(kind).filter(type -> !QuarkusClassLoader.isClassPresentAtRuntime(type))
                .flatMap(type -> FlywayDependencies.support(kind)).map(artifact -> "the dependency " + artifact);
    }

    private static List<String> scriptsIn(String directory, int depth) {
        List<String> scripts = new ArrayList<>();
        try {
            ClassPathUtils.consumeAsPaths(Thread.currentThread().getContextClassLoader(), directory, path -> {
                try (Stream<Path> files = Files.walk(path, depth)) {
                    files.filter(file -> file.getFileName().toString().endsWith(".sql"))
                            .forEach(file -> scripts.add(file.getFileName().toString()));
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return scripts;
    }

    /** Without Flyway, whose extension includes the files of all its locations, the check at the start reads them too. */
    @BuildStep
    NativeImageResourceBuildItem snapshots(BindsBuildItem binds) {
        return new NativeImageResourceBuildItem(
                binds.names().stream().map(bind -> MigrationLocation.of(bind) + "/" + Snapshot.FILE).toList());
    }

    /** Registered for reflection since an application may serialize them as JSON. */
    @BuildStep
    ReflectiveClassBuildItem serializedTypes() {
        return ReflectiveClassBuildItem
                .builder(MigrationInfo.class, MigrationCheck.class, MigrationChange.class, MigrationScript.class)
                .reason(getClass().getName()).methods().build();
    }

    /** Runs before Hibernate ORM starts, which validates tables then, and before the application serves. */
    @BuildStep
    @Record(ExecutionTime.RUNTIME_INIT)
    @Consume(SyntheticBeansRuntimeInitBuildItem.class)
    JdbcDataSourceSchemaReadyBuildItem migrateAtStart(BindsBuildItem binds, ScriptsBuildItem scripts,
            MigrationsRecorder recorder) {
        recorder.migrateAtStart(binds.names().stream().filter(bind -> !binds.dynamic().contains(bind)).toList(),
                scripts.binds());
        return new JdbcDataSourceSchemaReadyBuildItem(scripts.binds());
    }
}
