package io.quarkiverse.binds.architecture;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;

import org.junit.jupiter.api.Test;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;

/**
 * L12: the classes of an extension are loaded once for all reloads of dev mode and all runs of continuous testing, so a
 * static field must not hold an object of one run of the application.
 */
class StaticFieldsTest {

    @Test
    void staticFieldsHoldNoObjectOfAnApplicationRun() {
        noFields().that().areStatic().should()
                .haveRawType(resideInAnyPackage("io.quarkus..",
                        "io.agroal..", "io.smallrye..", "jakarta..", "javax.sql..", "java.sql..", "org.hibernate..",
                        "org.eclipse.microprofile.."))
                .allowEmptyShould(false)
                .check(new ClassFileImporter().withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                        .importPackages("io.quarkiverse.binds"));
    }
}
