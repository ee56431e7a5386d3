package io.quarkiverse.binds.runtime.nativeimage;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaCodeUnit;

/**
 * L15: an application without an optional dependency of this extension starts, and builds as a native executable: there every
 * method that can be reached has to be linked, and every class that can be reached is initialised while the image is built. The
 * dependencies are those of {@code runtime/pom.xml}; {@link #LINKS} says which classes need which of them, and the
 * processors in {@code deployment} register those only if the application has it.
 */
class OptionalDependenciesTest {

    private static final String API = "io.quarkiverse.binds.";
    private static final String PRIVATE = API + "runtime.";

    /** Packages, or single classes, that link to optional dependencies. */
    private static final Map<String, Set<String>> LINKS = Map.ofEntries(
            entry(PRIVATE + "rest", Set.of("quarkus-rest")),
            entry(PRIVATE + "migration.flyway", Set.of("quarkus-flyway")),
            entry(PRIVATE + "migration.command.CommandSyntax", Set.of("picocli")),
            entry(PRIVATE + "health", Set.of("quarkus-smallrye-health")),
            entry(PRIVATE + "metrics", Set.of("quarkus-micrometer")),
            entry(PRIVATE + "tracing", Set.of("quarkus-opentelemetry", "opentelemetry-jdbc")),
            entry(PRIVATE + "pool.MySqlServerStatusFlags", Set.of("mysql-connector-j")),
            entry(PRIVATE + "socket.MySqlSocketFactory", Set.of("mysql-connector-j")),
            entry(PRIVATE + "replication.MySqlSessionTracking", Set.of("mysql-connector-j")),
            entry(PRIVATE + "masking.PostgreSqlExceptions", Set.of("postgresql")),
            entry(PRIVATE + "masking.H2Exceptions", Set.of("h2")),
            entry(PRIVATE + "pool.MariaDbServerStatusFlags", Set.of("mariadb-java-client")),
            entry(API + "JakartaPages", Set.of("jakarta.data-api")));

    /** Dependencies of which only annotations are used: the JVM and an image leave out absent ones. */
    private static final Set<String> ANNOTATIONS = Set.of("jackson-annotations", "jakarta.json.bind-api",
            "microprofile-openapi-api");

    /** Methods of recorders outside of those packages that link: a processor records them only where the dependency is. */
    private static final Set<String> RECORDED_WITH_DEPENDENCY = Set.of(
            PRIVATE + "migration.command.CommandRecorder.run", PRIVATE + "migration.command.CommandRecorder.register");

    private static final ClassPathArtifacts ARTIFACTS = new ClassPathArtifacts();
    private static final List<ClassPathArtifacts.Dependency> DECLARED = ClassPathArtifacts.dependencies(Path.of("pom.xml"));
    private static final Set<String> REQUIRED = closure(ClassPathArtifacts.Dependency::isPassedOn);
    private static final Set<String> OPTIONAL = optional();
    private static final Map<JavaClass, Set<String>> LINKED = linked();

    private static Set<String> closure(Predicate<ClassPathArtifacts.Dependency> which) {
        return ARTIFACTS.closure(DECLARED.stream().filter(which).toList());
    }

    private static Set<String> optional() {
        Set<String> optional = closure(ClassPathArtifacts.Dependency::isOptional);
        optional.removeAll(REQUIRED);
        return optional;
    }

    /** The classes that link to artifacts which an application may not have. */
    private static Map<JavaClass, Set<String>> linked() {
        Map<JavaClass, Set<String>> linked = new TreeMap<>((a, b) -> a.getName().compareTo(b.getName()));
        for (JavaClass type : ExtensionClasses.ALL) {
            Set<String> artifacts = type.getDirectDependenciesFromSelf().stream().filter(link -> !isOfAnnotation(link))
                    .flatMap(link -> artifact(link.getTargetClass().getBaseComponentType()).stream())
                    .filter(artifact -> !REQUIRED.contains(artifact)).collect(Collectors.toCollection(TreeSet::new));
            if (!artifacts.isEmpty()) {
                linked.put(type, artifacts);
            }
        }
        return linked;
    }

    private static boolean isOfAnnotation(Dependency link) {
        return link.getDescription().contains("> is annotated with <")
                || link.getDescription().contains("has annotation member of type");
    }

    /** The artifact of a class of others; its name for a class that is nowhere on the class path of this test. */
    private static Optional<String> artifact(JavaClass type) {
        if (type.isPrimitive() || type.getName().startsWith(API) || type.getName().startsWith("java.")) {
            return Optional.empty();
        }
        return type.getSource().isEmpty() ? Optional.of(type.getName())
                : ClassPathArtifacts.artifact(type.getSource().get().getUri());
    }

    /** The optional dependencies that a class may link to, by its name or its package. */
    private static Set<String> allowed(JavaClass type) {
        String name = type.getName().contains("$") ? type.getName().substring(0, type.getName().indexOf('$')) : type.getName();
        return LINKS.getOrDefault(name, LINKS.getOrDefault(type.getPackageName(), Set.of()));
    }

    private static Set<String> broughtBy(Set<String> dependencies) {
        return closure(dependency -> dependencies.contains(dependency.artifact()));
    }

    @Test
    void eachOptionalDependencyHasItsClasses() {
        Set<String> known = new TreeSet<>(ANNOTATIONS);
        LINKS.values().forEach(known::addAll);

        assertThat(DECLARED.stream().filter(ClassPathArtifacts.Dependency::isOptional)
                .map(ClassPathArtifacts.Dependency::artifact)).containsExactlyInAnyOrderElementsOf(known);
        assertThat(REQUIRED).contains("quarkus-arc", "hibernate-core", "agroal-api").doesNotContainAnyElementsOf(known);
    }

    @Test
    void onlyClassesOfOptionalDependencyLinkToIt() {
        Map<String, Set<String>> others = new TreeMap<>();
        LINKED.forEach((type, artifacts) -> {
            Set<String> unexpected = new TreeSet<>(artifacts);
            unexpected.removeAll(broughtBy(allowed(type)));
            if (!unexpected.isEmpty()) {
                others.put(type.getName(), unexpected);
            }
        });
        assertThat(others).isEmpty();
        assertThat(LINKED).hasSizeGreaterThan(30);
    }

    /** Else an image would link them, or the build would load them, where the dependency is absent. */
    @Test
    void otherClassesReachThemByRecordersOnly() {
        Set<String> references = new TreeSet<>();
        for (JavaClass type : ExtensionClasses.ALL) {
            if (allowed(type).isEmpty()) {
                type.getCodeUnits().forEach(code -> references.addAll(referencesToLinked(code)));
                type.getDirectDependenciesFromSelf().stream()
                        .filter(link -> LINKED.containsKey(link.getTargetClass().getBaseComponentType())
                                && !link.getDescription().contains(" calls "))
                        .forEach(link -> references.add(link.getDescription()));
            }
        }
        assertThat(references).isEmpty();
    }

    private static Set<String> referencesToLinked(JavaCodeUnit code) {
        String name = code.getOwner().getName() + "." + code.getName();
        return RECORDED_WITH_DEPENDENCY.contains(name) ? Set.of()
                : ExtensionClasses.calls(code).filter(target -> LINKED.containsKey(target.getOwner()))
                        .map(target -> name + " -> " + target.getFullName()).collect(Collectors.toSet());
    }

    /** In classes that load without the dependency, only recorded methods reach those that do not. */
    @Test
    void recordedMethodsAreCalledByNoOtherMethod() {
        Set<String> callers = new TreeSet<>();
        for (JavaClass type : ExtensionClasses.ALL) {
            type.getCodeUnits().forEach(code -> ExtensionClasses.calls(code)
                    .filter(target -> RECORDED_WITH_DEPENDENCY.contains(target.getOwner().getName() + "." + target.getName())
                            && !RECORDED_WITH_DEPENDENCY.contains(type.getName() + "." + code.getName()))
                    .forEach(target -> callers.add(code.getFullName() + " -> " + target.getFullName())));
        }
        assertThat(callers).isEmpty();
    }

    static Stream<String> singleDependencies() {
        return Stream.concat(Stream.of("none"), DECLARED.stream().filter(ClassPathArtifacts.Dependency::isOptional)
                .map(ClassPathArtifacts.Dependency::artifact));
    }

    /** The signatures of recorders are read by the build too. */
    @ParameterizedTest
    @MethodSource("singleDependencies")
    void classesInitialiseWithoutOtherDependencies(String present) throws Exception {
        Set<String> there = broughtBy(Set.of(present));
        Set<String> absent = new HashSet<>(OPTIONAL);
        absent.removeAll(there);
        Map<String, String> failures = new TreeMap<>();
        Set<String> loaded;
        try (ReducedClassPath loader = new ReducedClassPath(ExtensionClasses.LOCATIONS, absent)) {
            for (JavaClass type : ExtensionClasses.ALL) {
                if (there.containsAll(LINKED.getOrDefault(type, Set.of()))) {
                    initialise(type, loader).ifPresent(failure -> failures.put(type.getName(), failure));
                }
            }
            loaded = loader.defined();
        }
        assertThat(failures).isEmpty();
        assertThat(loaded).hasSizeGreaterThan(300);
        assertThat(LINKED.entrySet().stream().filter(type -> !there.containsAll(type.getValue()))
                .map(type -> type.getKey().getName()).filter(loaded::contains)).isEmpty();
    }

    private static Optional<String> initialise(JavaClass type, ClassLoader loader) {
        try {
            Class<?> initialised = Class.forName(type.getName(), true, loader);
            if (type.getSimpleName().endsWith("Recorder")) {
                initialised.getDeclaredMethods();
            }
        } catch (ClassNotFoundException | LinkageError e) {
            for (Throwable t = e; t != null; t = t.getCause()) {
                if (t instanceof ClassNotFoundException || t instanceof NoClassDefFoundError) {
                    return Optional.of(t.toString());
                }
            }
        }
        return Optional.empty();
    }
}
