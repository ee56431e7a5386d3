package io.quarkiverse.binds.runtime.nativeimage;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URL;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;

import io.quarkiverse.binds.runtime.pool.BindPools;
import io.quarkiverse.binds.runtime.socket.PeerSocket;

/**
 * L15: an application with one JDBC driver builds as a native executable. Quarkus initialises every class at build time: a
 * class initialiser that creates an instance of a class of an absent driver, or of a class of ours that links to it, fails
 * the build. Classes that link to a driver are loaded by name only, and {@code PoolProcessor} registers those for the
 * kinds of an application; so no other class may refer to them or load them in its initialiser.
 */
class OptionalDriversTest {

    /** Packages of the drivers. */
    private static final Map<String, String> DRIVERS = Map.of(
            "MySQL", "com.mysql.",
            "MariaDB", "org.mariadb.",
            "PostgreSQL", "org.postgresql.",
            "H2", "org.h2.",
            "Oracle", "oracle.",
            "SQL Server", "com.microsoft.sqlserver.");

    /** Classes of this extension that link to a driver, each registered by name for the kind of that driver. */
    private static final Map<String, String> LINKED = Map.of(
            "io.quarkiverse.binds.runtime.pool.MySqlServerStatusFlags", "MySQL",
            "io.quarkiverse.binds.runtime.replication.MySqlSessionTracking", "MySQL",
            "io.quarkiverse.binds.runtime.masking.PostgreSqlExceptions", "PostgreSQL",
            "io.quarkiverse.binds.runtime.masking.H2Exceptions", "H2",
            "io.quarkiverse.binds.runtime.socket.MySqlSocketFactory", "MySQL",
            "io.quarkiverse.binds.runtime.pool.MariaDbServerStatusFlags", "MariaDB");

    private static final URL[] LOCATIONS = Stream.of(BindPools.class, PeerSocket.class)
            .map(type -> type.getProtectionDomain().getCodeSource().getLocation()).toArray(URL[]::new);

    private static final JavaClasses CLASSES = new ClassFileImporter().importUrls(Set.of(LOCATIONS));

    static Stream<String> singleDrivers() {
        return Stream.concat(Stream.of("none"), DRIVERS.keySet().stream().sorted());
    }

    @ParameterizedTest
    @MethodSource("singleDrivers")
    void classesInitialiseWithoutOtherDrivers(String present) throws Exception {
        Map<String, String> failures = new TreeMap<>();
        try (SingleDriverLoader loader = new SingleDriverLoader(LOCATIONS, absent(present))) {
            for (JavaClass type : CLASSES) {
                if (present.equals(LINKED.getOrDefault(type.getName(), present))) {
                    initialise(type.getName(), loader).ifPresent(failure -> failures.put(type.getName(), failure));
                }
            }
        }
        assertThat(failures).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("singleDrivers")
    void initialisersLoadNoClassLinkedToDriver(String present) throws Exception {
        Set<String> loaded;
        try (SingleDriverLoader loader = new SingleDriverLoader(LOCATIONS, absent(present))) {
            for (JavaClass type : CLASSES) {
                if (!LINKED.containsKey(type.getName())) {
                    initialise(type.getName(), loader);
                }
            }
            loaded = loader.defined();
        }
        assertThat(loaded.size()).as("classes of the extension").isGreaterThan(100);
        assertThat(LINKED.keySet()).filteredOn(loaded::contains).isEmpty();
    }

    @Test
    void classesLinkedToDriverAreRegistered() {
        Map<String, Set<String>> linked = new TreeMap<>();
        for (JavaClass type : CLASSES) {
            Set<String> drivers = DRIVERS.keySet().stream().filter(driver -> mentions(type, DRIVERS.get(driver)))
                    .collect(Collectors.toCollection(TreeSet::new));
            if (!drivers.isEmpty()) {
                linked.put(type.getName(), drivers);
            }
        }
        Map<String, Set<String>> expected = LINKED.entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, entry -> Set.of(entry.getValue())));
        assertThat(linked).isEqualTo(expected);
    }

    @Test
    void otherClassesDoNotReferToThem() {
        Set<String> mentioned = new TreeSet<>();
        for (JavaClass type : CLASSES) {
            LINKED.keySet().stream().filter(linked -> !linked.equals(type.getName()) && mentions(type, linked))
                    .forEach(linked -> mentioned.add(type.getName() + " -> " + linked));
        }
        assertThat(mentioned).isEmpty();
    }

    private static boolean mentions(JavaClass type, String prefix) {
        return type.getDirectDependenciesFromSelf().stream()
                .anyMatch(dependency -> dependency.getTargetClass().getBaseComponentType().getName().startsWith(prefix));
    }

    private static Collection<String> absent(String present) {
        return DRIVERS.entrySet().stream().filter(driver -> !driver.getKey().equals(present)).map(Map.Entry::getValue).toList();
    }

    /** @return name of the missing class, if a class is missing; other failures of an initialiser are ignored */
    private static Optional<String> initialise(String name, ClassLoader loader) {
        try {
            Class.forName(name, true, loader);
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
