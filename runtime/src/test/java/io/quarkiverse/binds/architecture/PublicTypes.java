package io.quarkiverse.binds.architecture;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;

import io.quarkiverse.binds.architecture.MainSources.Source;
import io.quarkus.runtime.annotations.ConfigGroup;
import io.quarkus.runtime.annotations.ConfigRoot;
import io.quarkus.runtime.annotations.Recorder;
import io.smallrye.config.ConfigMapping;

/**
 * Finds out whether a public type has to be public. Its uses are taken from class files, and from sources: class files do not
 * record the use of a constant, and those of the module deployment are not there yet when the tests of the runtime run.
 */
final class PublicTypes {

    private final List<Source> sources;
    private final Set<String> services;

    PublicTypes(List<Source> sources, Set<String> services) {
        this.sources = sources;
        this.services = services;
    }

    boolean isNeedlesslyPublic(JavaClass type) {
        boolean implicitlyPublic = type.getEnclosingClass().filter(JavaClass::isInterface).isPresent();
        return type.getModifiers().contains(JavaModifier.PUBLIC) && !implicitlyPublic && !isUsedByOtherPackage(type)
                && !isUsedByQuarkus(type) && !isLoadedByName(type);
    }

    private boolean isUsedByOtherPackage(JavaClass type) {
        return type.getDirectDependenciesToSelf().stream()
                .anyMatch(use -> !use.getOriginClass().getPackageName().equals(type.getPackageName()))
                || sources.stream().filter(source -> !source.packageName().equals(type.getPackageName()))
                        .flatMap(source -> source.names().stream()).anyMatch(name -> names(name, type));
    }

    /** Whether a name in an import or an expression is that of the type, or of a member of it. */
    private static boolean names(String name, JavaClass type) {
        String qualified = type.getName().replace('$', '.');
        String inEnclosingType = qualified.substring(type.getPackageName().length() + 1);
        return Stream.of(qualified, inEnclosingType.contains(".") ? inEnclosingType : qualified)
                .anyMatch(own -> name.equals(own) || name.startsWith(own + "."));
    }

    private static boolean isUsedByQuarkus(JavaClass type) {
        return Stream.of(Recorder.class, ConfigMapping.class, ConfigRoot.class, ConfigGroup.class)
                .anyMatch(type::isAnnotatedWith);
    }

    /** By {@code ServiceLoader}, or by a name that a string in the sources contains: the qualified one, or the simple one. */
    private boolean isLoadedByName(JavaClass type) {
        return services.contains(type.getName())
                || sources.stream().anyMatch(source -> source.literals().contains(type.getName())
                        || source.packageName().endsWith(".deployment") && source.literals().contains(type.getSimpleName()));
    }
}
