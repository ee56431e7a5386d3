package io.quarkiverse.binds.runtime.nativeimage;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URL;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;

import io.quarkiverse.binds.runtime.pool.BindPools;

/**
 * An application without SmallRye Health, Micrometer or OpenTelemetry starts, and loads none of the classes that need them:
 * those are in packages of their own, to which no other class refers.
 */
class OptionalExtensionsTest {

    /** Packages of extensions that may be absent, and the package of the classes that link to them. */
    private static final Map<String, String> LINKED_FROM = Map.of(
            "org.eclipse.microprofile.health.", "health",
            "io.smallrye.health.", "health",
            "io.micrometer.", "metrics",
            "io.opentelemetry.", "tracing",
            "io.quarkus.agroal.runtime.OpenTelemetryAgroalDataSource", "tracing");

    private static final String PRIVATE = "io.quarkiverse.binds.runtime.";
    private static final URL LOCATION = BindPools.class.getProtectionDomain().getCodeSource().getLocation();
    private static final JavaClasses CLASSES = new ClassFileImporter().importUrls(Set.of(LOCATION));

    private static boolean isOptional(JavaClass type) {
        return LINKED_FROM.values().stream().anyMatch(name -> type.getPackageName().equals(PRIVATE + name));
    }

    private static Stream<String> mentioned(JavaClass type) {
        return type.getDirectDependenciesFromSelf().stream()
                .map(dependency -> dependency.getTargetClass().getBaseComponentType().getName());
    }

    @Test
    void onlyPackagesOfTheirOwnLinkToExtensions() {
        Set<String> others = new TreeSet<>();
        for (JavaClass type : CLASSES) {
            LINKED_FROM.forEach((extension, name) -> {
                if (!type.getPackageName().equals(PRIVATE + name) && mentioned(type).anyMatch(to -> to.startsWith(extension))) {
                    others.add(type.getName() + " -> " + extension);
                }
            });
        }
        assertThat(others).isEmpty();
    }

    @Test
    void noOtherClassRefersToThosePackages() {
        Set<String> others = new TreeSet<>();
        for (JavaClass type : CLASSES) {
            if (!isOptional(type)) {
                mentioned(type)
                        .filter(to -> LINKED_FROM.values().stream().anyMatch(name -> to.startsWith(PRIVATE + name + ".")))
                        .forEach(to -> others.add(type.getName() + " -> " + to));
            }
        }
        assertThat(others).isEmpty();
    }

    /** The build reads the methods of a recorder, and starts call them, without the extension. */
    @Test
    void otherClassesAndTheRecorderLoadWithoutTheExtensions() throws Exception {
        Map<String, String> failures = new TreeMap<>();
        Set<String> loaded;
        try (SingleDriverLoader loader = new SingleDriverLoader(new URL[] { LOCATION }, LINKED_FROM.keySet())) {
            for (JavaClass type : CLASSES) {
                if (!isOptional(type) || type.getSimpleName().endsWith("Recorder")) {
                    load(type.getName(), loader, failures);
                }
            }
            loaded = loader.defined();
        }
        assertThat(failures).isEmpty();
        assertThat(loaded.stream().filter(name -> LINKED_FROM.values().stream()
                .anyMatch(optional -> name.startsWith(PRIVATE + optional + ".")) && !name.endsWith("Recorder"))).isEmpty();
    }

    private static void load(String name, ClassLoader loader, Map<String, String> failures) {
        try {
            Class.forName(name, false, loader).getDeclaredMethods();
        } catch (ClassNotFoundException | LinkageError e) {
            String missing = String.valueOf(e.getMessage()).replace('/', '.');
            if (LINKED_FROM.keySet().stream().anyMatch(missing::contains)) { // other optional extensions have their own tests
                failures.put(name, e.toString());
            }
        }
    }
}
