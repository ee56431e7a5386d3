package io.quarkiverse.binds.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;

/**
 * The rules for packages and classes: allowed dependencies between packages, no larger cycles of classes, short files and
 * methods, no needless public type. A new package has to be added to {@link #arrows()}, or the test fails.
 */
class ArchitectureTest {

    private static final String API = "io.quarkiverse.binds";
    private static final String PRIVATE = API + ".runtime.";

    private static final int MAX_CLASSES_IN_CYCLE = 3;
    private static final int MAX_LINES_OF_FILE = 300;
    private static final int MAX_LINES_OF_METHOD = 50;

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .withImportOption(location -> !location.contains("/io/quarkiverse/binds/test/")).importPackages(API);

    private static final List<MainSources.Source> SOURCES = MainSources.read();

    /** Package and the packages that it may use; the API, which uses none of them, is allowed for each but {@code url}. */
    record Arrow(String from, String... to) {
    }

    static Stream<Arrow> arrows() {
        return Stream.of(
                new Arrow("url"),
                new Arrow("config", "url"),
                new Arrow("socket"),
                new Arrow("failure"),
                new Arrow("readonly"),
                new Arrow("masking"),
                new Arrow("recording", "masking", "readonly", "config"),
                new Arrow("housekeeping"),
                new Arrow("replication"),
                new Arrow("pool", "replication", "housekeeping", "recording", "masking", "socket", "failure", "readonly",
                        "config",
                        "url"),
                new Arrow("check", "pool", "config"),
                new Arrow("schema", "config", "url"),
                new Arrow("transaction", "pool", "recording", "masking", "failure", "readonly", "config"),
                new Arrow("changes"),
                new Arrow("session", "changes", "transaction", "recording", "failure", "readonly", "config"),
                new Arrow("token", "config"),
                new Arrow("catalog"),
                new Arrow("model", "catalog", "schema", "config"),
                new Arrow("migration.comparison", "catalog"),
                new Arrow("migration.statement", "migration.comparison", "catalog"),
                new Arrow("migration.file", "migration.statement", "catalog", "config"),
                new Arrow("migration.flyway", "dynamic", "session", "pool", "config"),
                new Arrow("migration", "migration.comparison", "migration.statement", "migration.file", "migration.flyway",
                        "ddl", "model", "catalog", "schema", "dynamic", "session", "pool", "config"),
                new Arrow("migration.command", "migration.file", "catalog", "config"),
                new Arrow("console", "config"),
                new Arrow("ddl", "catalog", "schema", "session", "pool", "config"),
                new Arrow("pagination", "session", "config"),
                new Arrow("keyset", "pagination", "token", "config"),
                new Arrow("selection", "pagination", "token", "session", "config"),
                new Arrow("upsert", "session", "failure"),
                new Arrow("sql", "upsert", "selection", "keyset", "pagination", "session", "pool", "config"),
                new Arrow("dynamic.pool", "pool", "readonly", "failure", "config", "url"),
                new Arrow("dynamic", "dynamic.pool", "session", "pool", "failure", "readonly", "schema", "config", "url"),
                new Arrow("health", "dynamic", "pool", "failure", "config"),
                new Arrow("metrics", "dynamic", "session", "pool", "config"),
                new Arrow("tracing", "session", "pool"),
                new Arrow("rest", "pagination", "session", "recording", "config"));
    }

    @ParameterizedTest
    @MethodSource("arrows")
    void packageUsesOnlyAllowedPackages(Arrow arrow) {
        String[] allowed = Stream.concat(Stream.of(arrow.from()), Arrays.stream(arrow.to())).map(name -> PRIVATE + name)
                .toArray(String[]::new);
        ArchRule rule = noClasses().that().resideInAPackage(PRIVATE + arrow.from())
                .should().dependOnClassesThat(resideInAPackage(PRIVATE + ".").and(not(resideInAnyPackage(allowed))))
                .allowEmptyShould(false);

        rule.check(CLASSES);
    }

    @Test
    void urlUsesNoOtherPackage() {
        ArchRule rule = noClasses().that().resideInAPackage(PRIVATE + "url")
                .should().dependOnClassesThat(resideInAPackage(API + "..").and(not(resideInAPackage(PRIVATE + "url"))))
                .allowEmptyShould(false);

        rule.check(CLASSES);
    }

    @Test
    void apiUsesNoPrivateClasses() {
        ArchRule rule = noClasses().that().resideInAPackage(API)
                .should().dependOnClassesThat().resideInAPackage(PRIVATE + ".").allowEmptyShould(false);

        rule.check(CLASSES);
    }

    @Test
    void runtimeDoesNotUseDeploymentClasses() {
        ArchRule rule = noClasses().should().dependOnClassesThat()
                .resideInAnyPackage(API + ".deployment..", "io.quarkus.deployment..", "org.jboss.jandex..")
                .allowEmptyShould(false);

        rule.check(CLASSES);
    }

    @Test
    void packagesHaveNoCycles() {
        slices().matching(PRIVATE + "(*)..").should().beFreeOfCycles().allowEmptyShould(false).check(CLASSES);
        slices().matching("io.quarkiverse.(**)").should().beFreeOfCycles().allowEmptyShould(false).check(CLASSES);
    }

    /** Guards against classes outside of the packages with a rule, to which no rule would apply. */
    @Test
    void everyPackageHasARule() {
        Set<String> known = arrows().map(arrow -> PRIVATE + arrow.from()).collect(Collectors.toCollection(TreeSet::new));
        known.add(API);

        Set<String> packages = new TreeSet<>();
        CLASSES.forEach(type -> packages.add(type.getPackageName()));
        assertThat(packages).isEqualTo(known);
    }

    @Test
    void noCycleOfClassesIsLargerThanThree() {
        assertThat(ClassCycles.of(CLASSES).stream().filter(cycle -> cycle.size() > MAX_CLASSES_IN_CYCLE)
                .map(cycle -> cycle.size() + " classes: " + String.join(", ", cycle))).isEmpty();
    }

    /**
     * A file of the API is counted without its Javadoc: the reader of an interface such as {@code Db} looks for all methods in
     * one place, and the description of each parameter and result must not press them out of it.
     */
    @Test
    void noFileIsLongerThan300Lines() {
        assertThat(SOURCES.stream().filter(source -> counted(source) > MAX_LINES_OF_FILE)
                .map(source -> source.packageName() + "/" + source.fileName() + ": " + counted(source) + " lines")).isEmpty();
    }

    private static long counted(MainSources.Source source) {
        return source.packageName().equals(API) ? source.lines() - source.linesOfJavadoc() : source.lines();
    }

    /** From its annotations to its closing brace, without its Javadoc. */
    @Test
    void noMethodIsLongerThan50Lines() {
        assertThat(SOURCES.stream().flatMap(source -> source.methods().stream()
                .filter(method -> method.lines() > MAX_LINES_OF_METHOD)
                .map(method -> source.packageName() + "." + method.name() + ": " + method.lines() + " lines"))).isEmpty();
    }

    /** A type that only its own package uses is package-private, unless Quarkus, Hibernate or a driver uses it. */
    @Test
    void noPublicTypeIsUsedByItsOwnPackageOnly() {
        PublicTypes types = new PublicTypes(SOURCES, MainSources.services());
        assertThat(CLASSES.stream().filter(type -> type.getPackageName().startsWith(PRIVATE) && types.isNeedlesslyPublic(type))
                .map(JavaClass::getName).sorted()).isEmpty();
    }
}
