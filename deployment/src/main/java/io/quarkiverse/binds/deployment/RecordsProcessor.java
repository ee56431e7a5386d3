package io.quarkiverse.binds.deployment;

import java.util.Set;
import java.util.TreeSet;

import org.jboss.jandex.ClassInfo;

import io.quarkus.deployment.ApplicationArchive;
import io.quarkus.deployment.annotations.BuildProducer;
import io.quarkus.deployment.annotations.BuildStep;
import io.quarkus.deployment.builditem.ApplicationArchivesBuildItem;
import io.quarkus.deployment.builditem.nativeimage.ReflectiveClassBuildItem;
import io.quarkus.maven.dependency.ResolvedDependency;

/**
 * Registers the records to which rows of SQL may be mapped: their constructors are called by reflection. Which ones the
 * application asks for is not known at build, so these are all records of the application and of the indexed jars that are not
 * part of an extension.
 */
class RecordsProcessor {

    @BuildStep
    void records(BindsBuildItem binds, ApplicationArchivesBuildItem archives,
            BuildProducer<ReflectiveClassBuildItem> reflective) {
        if (binds.isEmpty()) {
            return;
        }
        Set<String> records = new TreeSet<>();
        for (ApplicationArchive archive : archives.getAllApplicationArchives()) {
            if (!isOfExtension(archive.getResolvedDependency())) {
                archive.getIndex().getKnownClasses().stream().filter(ClassInfo::isRecord)
                        .forEach(type -> records.add(type.name().toString()));
            }
        }
        reflective.produce(ReflectiveClassBuildItem.builder(records).reason(getClass().getName()).methods().build());
    }

    private static boolean isOfExtension(ResolvedDependency jar) {
        return jar != null && (jar.isRuntimeExtensionArtifact() || jar.getGroupId().startsWith("io.quarkus")
                || jar.getGroupId().startsWith("io.smallrye") || jar.getGroupId().startsWith("org.hibernate"));
    }
}
