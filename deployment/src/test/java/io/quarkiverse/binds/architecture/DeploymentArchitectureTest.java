package io.quarkiverse.binds.architecture;

import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import org.junit.jupiter.api.Test;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;

/**
 * The rule for the classes of the build steps; {@code ArchitectureTest} of the runtime module has those for the length of their
 * files and methods.
 */
class DeploymentArchitectureTest {

    private static final SliceAssignment OUTERMOST_CLASSES = new SliceAssignment() {

        @Override
        public SliceIdentifier getIdentifierOf(JavaClass type) {
            JavaClass outermost = type;
            while (outermost.getEnclosingClass().isPresent()) {
                outermost = outermost.getEnclosingClass().get();
            }
            return SliceIdentifier.of(outermost.getName());
        }

        @Override
        public String getDescription() {
            return "classes with their nested classes";
        }
    };

    @Test
    void thereAreNoCyclesOfClasses() {
        slices().assignedFrom(OUTERMOST_CLASSES).should().beFreeOfCycles().allowEmptyShould(false)
                .check(new ClassFileImporter().withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                        .importPackages("io.quarkiverse.binds.deployment"));
    }
}
