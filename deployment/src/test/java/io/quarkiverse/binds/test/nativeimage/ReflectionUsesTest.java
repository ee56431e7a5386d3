package io.quarkiverse.binds.test.nativeimage;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URL;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import com.tngtech.archunit.core.domain.AccessTarget;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.importer.ClassFileImporter;

import io.quarkiverse.binds.runtime.pool.BindPools;
import io.quarkiverse.binds.runtime.socket.PeerSocket;

/**
 * L15: every use of reflection in the extension is known, so that {@link NativeRegistrationTest} checks that the build
 * registers what it needs.
 */
class ReflectionUsesTest {

    /** Methods of which a native executable answers only what was registered, or which load or define classes. */
    private static final Pattern REGISTERED = Pattern.compile(String.join("|",
            "Class\\.(forName|newInstance|getRecordComponents|getEnumConstants|arrayType|getResource\\w*|getClasses|"
                    + "get(Declared)?(Constructor|Method|Field|Classe)s?|getPermittedSubclasses|getNestMembers)",
            "(Method|Constructor|Field|AccessibleObject)\\.(invoke|newInstance|get|set\\w*|trySetAccessible)",
            "Proxy\\.\\w+", "Array\\.newInstance", "ClassLoader\\.(loadClass|findClass|defineClass|getResource\\w*|resources)",
            "Module\\.getResource\\w*", "ServiceLoader\\.load\\w*", "ResourceBundle\\.\\w+", "ObjectInputStream\\.\\w+",
            "ObjectOutputStream\\.\\w+", "MethodHandles\\$Lookup\\.\\w+", "MethodHandles\\.\\w+", "VarHandle\\.\\w+",
            "Atomic\\w+FieldUpdater\\.\\w+", "LambdaMetafactory\\.\\w+"));

    @Test
    void everyUseOfReflectionIsKnown() {
        JavaClasses classes = new ClassFileImporter().importUrls(Stream.of(BindPools.class, PeerSocket.class)
                .map(type -> location(type)).collect(Collectors.toSet()));
        Set<String> uses = new TreeSet<>();
        for (JavaClass type : classes) {
            type.getCodeUnits()
                    .forEach(code -> uses(code).forEach(use -> uses.add(type.getName() + "." + code.getName() + " " + use)));
        }
        assertThat(uses).containsExactlyInAnyOrderElementsOf(ReflectionUses.ALL.keySet());
    }

    private static URL location(Class<?> type) {
        return type.getProtectionDomain().getCodeSource().getLocation();
    }

    private static Stream<String> uses(JavaCodeUnit code) {
        return Stream.concat(code.getCallsFromSelf().stream(), code.getCodeUnitReferencesFromSelf().stream())
                .map(access -> (AccessTarget) access.getTarget())
                .filter(target -> target.getOwner().getName().startsWith("java."))
                .map(target -> target.getOwner().getName().replaceFirst("^.*\\.", "") + "." + target.getName())
                .filter(use -> REGISTERED.matcher(use).matches());
    }
}
