package io.quarkiverse.binds.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;

/**
 * The arrows between the packages. A new package has to be entered into {@link #arrows()}: until it is, the test fails.
 * {@code observe} appears as a source only: nobody imports it.
 */
class ArchitectureTest {

    private static final String API = "io.quarkiverse.binds";
    private static final String PRIVATE = API + ".runtime.";

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS).importPackages(API);

    /** A package and all that it may use; the API, which uses none of them, is there for each but {@code url}. */
    record Arrow(String from, String... to) {
    }

    static Stream<Arrow> arrows() {
        return Stream.of(
                new Arrow("url"),
                new Arrow("config", "url"),
                new Arrow("socket"),
                new Arrow("failure"),
                new Arrow("pool", "socket", "failure", "config", "url"),
                new Arrow("check", "pool", "config"),
                new Arrow("schema", "config", "url"),
                new Arrow("transaction", "pool", "failure", "config"),
                new Arrow("session", "transaction", "failure", "config"),
                new Arrow("data", "session", "pool", "config"),
                new Arrow("dynamic", "session", "pool", "failure", "schema", "config", "url"),
                new Arrow("observe", "dynamic", "config"),
                new Arrow("rest", "session"));
    }

    @ParameterizedTest
    @MethodSource("arrows")
    void aPackageUsesOnlyThoseBelowIt(Arrow arrow) {
        String[] allowed = Stream.concat(Stream.of(arrow.from()), Arrays.stream(arrow.to())).map(name -> PRIVATE + name)
                .toArray(String[]::new);
        ArchRule rule = noClasses().that().resideInAPackage(PRIVATE + arrow.from())
                .should().dependOnClassesThat(resideInAPackage(PRIVATE + ".").and(not(resideInAnyPackage(allowed))))
                .allowEmptyShould(false);

        rule.check(CLASSES);
    }

    @Test
    void urlStandsOnNothingOfTheProject() {
        ArchRule rule = noClasses().that().resideInAPackage(PRIVATE + "url")
                .should().dependOnClassesThat(resideInAPackage(API + "..").and(not(resideInAPackage(PRIVATE + "url"))))
                .allowEmptyShould(false);

        rule.check(CLASSES);
    }

    @Test
    void theApiShowsAndUsesNothingPrivate() {
        ArchRule rule = noClasses().that().resideInAPackage(API)
                .should().dependOnClassesThat().resideInAPackage(PRIVATE + ".").allowEmptyShould(false);

        rule.check(CLASSES);
    }

    @Test
    void theRuntimeDoesNotKnowTheBuild() {
        ArchRule rule = noClasses().should().dependOnClassesThat()
                .resideInAnyPackage(API + ".deployment..", "io.quarkus.deployment..", "org.jboss.jandex..")
                .allowEmptyShould(false);

        rule.check(CLASSES);
    }

    @Test
    void thereAreNoCircles() {
        slices().matching(PRIVATE + "(*)..").should().beFreeOfCycles().allowEmptyShould(false).check(CLASSES);
        slices().matching("io.quarkiverse.(**)").should().beFreeOfCycles().allowEmptyShould(false).check(CLASSES);
    }

    /** A class outside of the packages that have a rule would be bound by none. */
    @Test
    void everyClassIsInAPackageThatHasARule() {
        Set<String> known = arrows().map(arrow -> PRIVATE + arrow.from()).collect(Collectors.toCollection(TreeSet::new));
        known.add(API);

        Set<String> packages = new TreeSet<>();
        CLASSES.forEach(type -> packages.add(type.getPackageName()));
        assertThat(packages).isEqualTo(known);
    }
}
