package io.quarkiverse.binds.deployment;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jboss.jandex.AnnotationInstance;
import org.jboss.jandex.Indexer;
import org.jboss.logging.Logger;

import io.quarkus.arc.deployment.ValidationPhaseBuildItem.ValidationErrorBuildItem;
import io.quarkus.deployment.annotations.BuildProducer;
import io.quarkus.deployment.annotations.BuildStep;
import io.quarkus.deployment.builditem.ApplicationArchivesBuildItem;
import io.quarkus.deployment.pkg.builditem.CurateOutcomeBuildItem;
import io.quarkus.maven.dependency.ArtifactCoords;
import io.quarkus.maven.dependency.ArtifactKey;
import io.quarkus.maven.dependency.ResolvedDependency;
import io.quarkus.paths.PathTree;
import io.quarkus.paths.PathVisit;

/**
 * Warns of each jar with entities but without an index: Quarkus does not find these entities, and their tables would be missing
 * without any message.
 */
class UnindexedJarsProcessor {

    private static final Logger LOG = Logger.getLogger("io.quarkiverse.binds");

    private static final int MAX_NAMES_IN_MESSAGE = 5;
    private static final byte[] ENTITY_DESCRIPTOR = ("L" + EntityAnnotations.ENTITY.toString('/') + ";")
            .getBytes(StandardCharsets.US_ASCII);

    /** The build item is declared but never produced: Quarkus does not run a step without one. */
    @BuildStep
    void warn(BindsBuildItem binds, CurateOutcomeBuildItem curated, ApplicationArchivesBuildItem archives,
            BuildProducer<ValidationErrorBuildItem> errors) {
        if (binds.isEmpty()) {
            return;
        }
        Set<ArtifactKey> indexed = new HashSet<>();
        archives.getAllApplicationArchives().forEach(archive -> indexed.add(archive.getKey()));
        for (ResolvedDependency jar : curated.getApplicationModel().getRuntimeDependencies()) {
            // only the few jars that declare a dependency on Jakarta Persistence are opened
            if (!indexed.contains(jar.getKey()) && !isQuarkusOrHibernate(jar) && dependsOnPersistence(jar)) {
                Set<String> entities = entities(jar.getContentTree());
                if (!entities.isEmpty()) {
                    LOG.warn(message(jar, entities));
                }
            }
        }
    }

    /** Jars that have no entities of the application. Reading the thousands of classes of Hibernate took a third of a build. */
    private static boolean isQuarkusOrHibernate(ResolvedDependency jar) {
        return jar.getGroupId().startsWith("io.quarkus") || jar.getGroupId().startsWith("org.hibernate");
    }

    private static boolean dependsOnPersistence(ResolvedDependency jar) {
        return Stream.concat(jar.getDependencies().stream(), jar.getDirectDependencies().stream())
                .map(ArtifactCoords::getArtifactId)
                .anyMatch(id -> id.equals("jakarta.persistence-api") || id.startsWith("quarkus-hibernate-orm")
                        || id.startsWith("quarkus-binds"));
    }

    /** The names of the entity classes among the classes of a jar, sorted. */
    static Set<String> entities(PathTree jar) {
        Indexer indexer = new Indexer();
        jar.walk(visit -> index(indexer, visit));
        return indexer.complete().getAnnotations(EntityAnnotations.ENTITY).stream().map(AnnotationInstance::target)
                .map(target -> target.asClass().name().toString()).collect(Collectors.toCollection(TreeSet::new));
    }

    private static void index(Indexer indexer, PathVisit visit) {
        if (!visit.getRelativePath().endsWith(".class")) {
            return;
        }
        try {
            byte[] bytes = Files.readAllBytes(visit.getPath());
            if (contains(bytes, ENTITY_DESCRIPTOR)) {
                indexer.index(new ByteArrayInputStream(bytes));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + visit.getPath(), e);
        }
    }

    /**
     * Whether a class file may have that annotation: then its constants contain the descriptor. Indexing all takes far longer.
     */
    private static boolean contains(byte[] bytes, byte[] descriptor) {
        for (int i = 0; i <= bytes.length - descriptor.length; i++) {
            if (bytes[i] == descriptor[0]
                    && Arrays.equals(bytes, i, i + descriptor.length, descriptor, 0, descriptor.length)) {
                return true;
            }
        }
        return false;
    }

    static String message(ArtifactCoords jar, Set<String> entities) {
        List<String> names = entities.stream().limit(MAX_NAMES_IN_MESSAGE).toList();
        String first = names.get(0);
        int dot = first.lastIndexOf('.');
        return "The jar " + jar.getGroupId() + ":" + jar.getArtifactId() + ":" + jar.getVersion()
                + " has entities, but no index, so they are in no bind and have no tables: " + String.join(", ", names)
                + (entities.size() > names.size() ? " and " + (entities.size() - names.size()) + " more" : "")
                + ". Give them to a bind with quarkus.binds.<name>.packages="
                + (dot < 0 ? "<package>" : first.substring(0, dot))
                + ", or index the jar: with jandex-maven-plugin in its own build, or with quarkus.index-dependency.<any>.group-id="
                + jar.getGroupId() + " and quarkus.index-dependency.<any>.artifact-id=" + jar.getArtifactId();
    }
}
