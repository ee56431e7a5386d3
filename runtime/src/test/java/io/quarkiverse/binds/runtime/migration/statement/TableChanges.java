package io.quarkiverse.binds.runtime.migration.statement;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import io.quarkiverse.binds.DatabaseTable;
import io.quarkiverse.binds.DatabaseTable.Index;
import io.quarkiverse.binds.runtime.catalog.CatalogKind;
import io.quarkiverse.binds.runtime.catalog.SchemaState;
import io.quarkiverse.binds.runtime.migration.comparison.Change;
import io.quarkiverse.binds.runtime.migration.comparison.Options;
import io.quarkiverse.binds.runtime.migration.comparison.SchemaComparison;

/**
 * Each kind of change: from the old tables of one database to the new tables of another, then back. Compared are the catalogs.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class TableChanges {

    private final CatalogKind kind;
    private Scratch old;
    private Scratch wanted;

    TableChanges(CatalogKind kind) {
        this.kind = kind;
    }

    @BeforeAll
    void open() throws SQLException {
        old = Scratch.of(kind);
        wanted = Scratch.of(kind);
    }

    @AfterAll
    void close() throws SQLException {
        old.close();
        wanted.close();
    }

    @AfterEach
    void clear() {
        old.dropAll();
        wanted.dropAll();
    }

    Stream<TableChange> changes() {
        return new TableChangeCases(kind).all();
    }

    @ParameterizedTest
    @MethodSource("changes")
    void changeIsFoundMadeAndUndone(TableChange change) {
        old.execute(change.oldSql());
        wanted.execute(change.newSql());
        SchemaState from = old.read();
        SchemaState to = change.to(wanted.read());
        List<DatabaseTable> start = old.dump();
        Options options = Options.of(kind).withRenames(change.renames()).withSnapshot(snapshot(change.known(from)));

        List<Change> changes = SchemaComparison.compare(from, to, options);
        List<SqlStatement> statements = Statements.of(kind).render(changes);
        List<SqlStatement> undo = Statements.of(kind).render(SchemaComparison.undo(from, to, options));

        assertThat(changes.stream().map(Descriptions::of)).as("changes").hasSameSizeAs(change.descriptions())
                .zipSatisfy(change.descriptions(), (found, expected) -> assertThat(found).startsWith(expected));
        String script = String.join(";\n", statements.stream().map(SqlStatement::sql).toList());
        assertThat(change.parts()).allSatisfy(part -> assertThat(script.replace("`", "").replace("\"", "")).contains(part));
        assertThat(statements.stream().anyMatch(SqlStatement::losesData)).as("loses data").isEqualTo(change.losesData());
        statements.stream().flatMap(statement -> statement.risks().stream()).forEach(risk -> old.count(risk.query()));

        statements.forEach(statement -> old.execute(statement.sql()));
        assertThat(SchemaComparison.compare(old.read(), to, options)).as("left after " + script).isEmpty();

        undo.forEach(statement -> old.execute(statement.sql()));
        assertThat(old.dump()).as("after " + script + "\nand its undo "
                + undo.stream().map(SqlStatement::sql).toList()).isEqualTo(start);
    }

    /** As the entities have it, without the indexes that MySQL and MariaDB make for foreign keys. */
    private static SchemaState snapshot(SchemaState catalog) {
        return new SchemaState(catalog.tables().stream().map(table -> new DatabaseTable(table.name(), table.comment(),
                table.columns(), table.primaryKey(), table.indexes().stream().filter(index -> !isOfKey(table, index)).toList(),
                table.foreignKeys(), table.checks())).toList(), catalog.sequences());
    }

    private static boolean isOfKey(DatabaseTable table, Index index) {
        return table.foreignKeys().stream().anyMatch(key -> key.name().equals(index.name()));
    }
}
