package io.quarkiverse.binds.test.nativeimage;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import jakarta.inject.Inject;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.MappedSuperclass;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import io.quarkiverse.binds.Bind;
import io.quarkiverse.binds.Db;
import io.quarkiverse.binds.RenamedFrom;
import io.quarkiverse.binds.test.App;
import io.quarkiverse.binds.test.nativeimage.library.LibraryRow;
import io.quarkus.test.QuarkusUnitTest;

/** L15: the build registers for a native executable what this extension uses by reflection. */
class NativeRegistrationTest {

    @RegisterExtension
    static final QuarkusUnitTest test = App.of("""
            quarkus.binds.url=h2:mem:registered
            quarkus.binds.users.url=h2:mem:registered-users
            quarkus.binds.schema=drop-and-create
            """, ReflectionUses.class)
            .withAdditionalDependency(jar -> jar.addClass(LibraryRow.class))
            .addBuildChainCustomizer(chain -> new Registrations().accept(chain));

    /** Records of the API that an application hands over, or gets in an event. */
    private static final Set<String> NOT_SERIALIZED = Stream.of("BeforeModelsCommitted", "BulkChange", "DatabaseAddress",
            "DatabaseOptions", "MigrationOptions", "ModelChange", "ModelsCommitted", "UnitOfWorkOptions")
            .map(name -> "io.quarkiverse.binds." + name).collect(Collectors.toSet());

    /** Made by Hibernate ORM by their names. */
    private static final List<String> NAMES_IN_SETTINGS = Stream.of("schema.SnakeCaseTableNames",
            "schema.CrossBindHqlTranslator", "session.UnitOfWorkSessionContext", "dynamic.PerTenantPooledOptimizer",
            "dynamic.PerTenantPooledLoOptimizer").map(name -> "class io.quarkiverse.binds.runtime." + name + " constructors")
            .toList();

    /** Packages and classes that need what this application does not have. */
    private static final List<String> ABSENT = Stream.of("health.", "metrics.", "tracing.", "migration.flyway.Flyway",
            "migration.command.CommandSyntax", "pool.MySql", "pool.MariaDb", "replication.MySql", "socket.")
            .map(name -> "io.quarkiverse.binds.runtime." + name).toList();

    public record Row(String title) {
    }

    @MappedSuperclass
    public static class Base {
        @Id
        @GeneratedValue
        public Long id;

        @RenamedFrom("heading")
        public String title;
    }

    @Embeddable
    public static class Publisher {
        public String name;
    }

    @Entity
    public static class Book extends Base {
        @Embedded
        public Publisher publisher;
    }

    @Inject
    Db db;

    private static Set<String> registrations() throws IOException {
        try (InputStream lines = Thread.currentThread().getContextClassLoader().getResourceAsStream(Registrations.RESOURCE)) {
            return new TreeSet<>(List.of(new String(lines.readAllBytes(), StandardCharsets.UTF_8).split("\n")));
        }
    }

    @Test
    void usesOfReflectionAreRegistered() throws IOException {
        Set<String> missing = ReflectionUses.ALL.values().stream().flatMap(Collection::stream)
                .collect(Collectors.toCollection(TreeSet::new));
        missing.addAll(NAMES_IN_SETTINGS);
        missing.removeAll(registrations());

        assertThat(missing).isEmpty();
    }

    @Test
    void resultsOfTheApiAreRegistered() throws IOException {
        Set<String> registered = registrations();
        List<String> results = registered.stream().filter(line -> line.startsWith("record ")).map(line -> line.substring(7))
                .filter(type -> !NOT_SERIALIZED.contains(type)).toList();

        assertThat(results).hasSizeGreaterThan(10);
        assertThat(results).filteredOn(type -> !registered.contains("class " + type + " constructors methods")).isEmpty();
    }

    @Test
    void classesOfAbsentDependenciesAreNeitherRegisteredNorBeans() throws IOException {
        assertThat(registrations()).filteredOn(line -> ABSENT.stream().anyMatch(line::contains)).isEmpty();
    }

    /** The record of the library is read as a row. */
    @Test
    void rowsAreRecordsOfLibrary() {
        List<LibraryRow> rows = db.call(() -> db.bind(Bind.DEFAULT)
                .sql("select 'a' as title, count(*) as count from book").list(LibraryRow.class));

        assertThat(rows).containsExactly(new LibraryRow("a", 0));
    }
}
