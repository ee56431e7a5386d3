package io.quarkiverse.binds.runtime.migration;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import io.quarkiverse.binds.MigrationScript;
import io.quarkiverse.binds.runtime.catalog.CatalogKind;
import io.quarkiverse.binds.runtime.catalog.SchemaState;
import io.quarkiverse.binds.runtime.migration.file.ScriptFiles;
import io.quarkiverse.binds.runtime.migration.file.Snapshot;
import io.quarkiverse.binds.runtime.migration.statement.Scratch;
import io.quarkiverse.binds.runtime.model.ModelOfUnit;
import io.quarkiverse.binds.runtime.model.ModelReader;
import io.quarkiverse.binds.runtime.schema.SchemaOfDatabase;

/**
 * H7: each change of an entity, from tables that Hibernate ORM has created for the old class, by a script to what the new class
 * needs, and back.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class EntityChanges {

    private static final String BEFORE = "before";
    private static final String AFTER = "after";

    private final CatalogKind kind;
    private final Map<String, String> expected;
    private final List<ModelOfUnit> units = new ArrayList<>();
    private Scratch database;
    private SchemaState start;

    @TempDir
    Path directory;

    EntityChanges(CatalogKind kind) {
        this.kind = kind;
        this.expected = expected("entity-changes-" + kind.name().toLowerCase(Locale.ROOT) + ".sql");
    }

    /** The statements by the name of the change, which is in a comment before them. */
    private static Map<String, String> expected(String file) {
        Map<String, String> expected = new LinkedHashMap<>();
        try (InputStream text = EntityChanges.class.getResourceAsStream(file)) {
            String sections = new String(text.readAllBytes(), StandardCharsets.UTF_8);
            for (String section : sections.substring("-- ".length()).split("(?m)^-- ")) {
                String[] parts = section.split("\n", 2);
                expected.put(parts[0], parts.length < 2 ? "" : parts[1].strip());
            }
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        return expected;
    }

    @BeforeAll
    void createTables() throws SQLException {
        database = Scratch.of(kind);
        units.add(unit(BEFORE, EntityChange::before));
        units.add(unit(AFTER, EntityChange::after));
        SchemaOfDatabase.of(BEFORE, database.connection()).orElseThrow().create();
        start = database.read().withTables(database.dump());
    }

    @AfterAll
    void close() throws SQLException {
        units.forEach(ModelOfUnit::close);
        database.close();
    }

    private ModelOfUnit unit(String name, Function<EntityChange, List<Class<?>>> entities) {
        return ModelOfUnit.open(name, kind,
                changes().flatMap(change -> entities.apply(change).stream()).distinct().toArray(Class<?>[]::new));
    }

    Stream<EntityChange> changes() {
        return Stream.of(EntityChange.rows(), EntityChange.others(),
                kind == CatalogKind.POSTGRESQL ? EntityChange.ofPostgreSql() : List.<EntityChange> of()).flatMap(List::stream);
    }

    @Test
    void listHas33Changes() {
        assertThat(EntityChange.rows()).hasSize(33).extracting(EntityChange::name).doesNotHaveDuplicates();
        assertThat(changes().map(EntityChange::name)).as("with statements").containsExactlyElementsOf(expected.keySet());
    }

    @ParameterizedTest
    @MethodSource("changes")
    void scriptFollowsTheEntityAndBack(EntityChange change) throws SQLException, IOException {
        ScriptFiles files = ScriptFiles.of(directory.resolve(change.name().replaceAll("\\W", "_")), AFTER, Clock.systemUTC());
        files.writeSnapshot(new Snapshot(kind, modelBefore(change)));
        assertThat(states(BEFORE, change, files).databaseToModel(database.connection()).described())
                .as("false alarms").isEmpty();

        MigrationStates states = states(AFTER, change, files);
        BindComparison comparison = states.databaseToModel(database.connection());
        assertThat(descriptions(states.snapshotToModel())).as("without the database").isEqualTo(descriptions(comparison));
        if (comparison.isEmpty()) {
            assertThat(expected.get(change.name())).isEmpty();
            return;
        }
        MigrationScript script = new ScriptWriter(AFTER, files, Clock.systemUTC(), database.connection())
                .write(change.name(), comparison, true);
        List<String> statements = statements(script.file());
        database.execute(statements);

        MigrationStates after = states(AFTER, change, files);
        assertThat(after.databaseToModel(database.connection()).described()).as("left after " + statements).isEmpty();
        assertThat(after.snapshotToModel().described()).as("not in the snapshot").isEmpty();
        assertThat(after.databaseToSnapshot(database.connection()).described()).as("not as in the snapshot").isEmpty();

        List<String> undo = statements(script.undoFile());
        database.execute(undo);
        assertThat(database.read().withTables(database.dump())).as("after " + undo).isEqualTo(start);
        assertThat(String.join(";\n", statements)).isEqualTo(expected.get(change.name()));
    }

    /** Without the texts of expressions and the case of names, which are those of the server or of the entities. */
    private static List<String> descriptions(BindComparison comparison) {
        return comparison.described().stream().map(change -> change.description().replaceFirst(" \\(.*", "")
                .toLowerCase(Locale.ROOT) + change.losesData()).toList();
    }

    /** The state that the snapshot has; a table that no model had is not in it. */
    private SchemaState modelBefore(EntityChange change) {
        SchemaState all = ModelReader.read(BEFORE, kind).orElseThrow();
        return new SchemaState(
                all.tables().stream()
                        .filter(table -> change.has(table.name()) && !table.name().equals("table_not_in_model")).toList(),
                all.sequences().stream().filter(sequence -> change.has(sequence.name())).toList(),
                all.types().stream().filter(type -> change.has(type.name())).toList());
    }

    private MigrationStates states(String unit, EntityChange change, ScriptFiles files) {
        return new MigrationStates(unit, kind, change::has, files.snapshot());
    }

    private static List<String> statements(Path script) throws IOException {
        String sql = Files.readAllLines(script).stream().filter(line -> !line.startsWith("--"))
                .collect(Collectors.joining("\n"));
        return Stream.of(sql.split(";(\n|$)")).map(String::strip).filter(statement -> !statement.isEmpty()).toList();
    }
}
