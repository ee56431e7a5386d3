package io.quarkiverse.binds.runtime.migration.statement;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import io.quarkiverse.binds.DatabaseTable;
import io.quarkiverse.binds.DatabaseTable.Column;
import io.quarkiverse.binds.runtime.catalog.CatalogKind;
import io.quarkiverse.binds.runtime.catalog.SchemaState;
import io.quarkiverse.binds.runtime.migration.comparison.Change;
import io.quarkiverse.binds.runtime.migration.comparison.Options;
import io.quarkiverse.binds.runtime.migration.comparison.SchemaComparison;

/**
 * Migrates from one random state to another and back, with rows in the tables: the catalog then is that of the beginning, and
 * no value was lost by a statement that is not marked.
 */
abstract class RandomMigrations {

    private static final int ROWS = 3;
    private static final String DELETED = "that are deleted";
    private static final SchemaState EMPTY = new SchemaState(List.of(), List.of());

    private final CatalogKind kind;
    private final int pairs;
    private final Statements statements;
    private int withRows;
    private int changed;

    RandomMigrations(CatalogKind kind, int pairs) {
        this.kind = kind;
        this.pairs = Integer.getInteger("binds.test.random-migrations", pairs);
        this.statements = Statements.of(kind);
    }

    @Test
    void eachStateIsReachedFromEachOtherWithoutALossThatIsNotMarked() throws SQLException {
        try (Scratch one = Scratch.of(kind); Scratch other = Scratch.of(kind)) {
            Scratch current = one;
            Scratch wanted = other;
            create(current, RandomSchema.of(kind, 0));
            for (int seed = 1; seed <= pairs; seed++) {
                create(wanted, RandomSchema.of(kind, seed));
                migrateAndBack(current, wanted, "seed " + (seed - 1) + " to " + seed);
                current.dropAll();
                Scratch next = wanted;
                wanted = current;
                current = next;
            }
        }
        // rows that a migration cannot keep are taken out first, and the test would be worth little if these were many
        assertThat(withRows).isGreaterThan(pairs / 5);
        assertThat(changed).isGreaterThan(pairs * 9 / 10);
    }

    private void create(Scratch database, SchemaState state) {
        execute(database, statements.render(SchemaComparison.compare(EMPTY, state, Options.of(kind))));
        assertThat(database.missing(state)).isEmpty();
    }

    private static void execute(Scratch database, List<SqlStatement> statements) {
        statements.forEach(statement -> database.execute(statement.sql()));
    }

    private void migrateAndBack(Scratch current, Scratch wanted, String name) {
        SchemaState from = current.read();
        SchemaState to = wanted.read();
        List<DatabaseTable> start = current.dump();
        Options options = Options.of(kind)
                .withOwned(from.tables().stream().map(DatabaseTable::name).collect(Collectors.toSet()));
        List<Change> changes = SchemaComparison.compare(from, to, options);
        List<SqlStatement> script = statements.render(changes);
        List<SqlStatement> undo = statements.render(SchemaComparison.undo(from, to, options));
        String as = kind + " " + name + ":\n" + text(script) + "\nundo:\n" + text(undo);

        insert(current, from);
        if (isAtRisk(current, script)) {
            delete(current, from);
        }
        Map<String, Map<String, List<String>>> before = values(current, from, changes);
        changed += script.isEmpty() ? 0 : 1;
        withRows += before.values().stream().allMatch(Map::isEmpty) || script.isEmpty() ? 0 : 1;
        try {
            execute(current, script);
            assertThat(SchemaComparison.compare(current.read(), to, options)).as(as).isEmpty();
            assertValues(current, before, as);
            delete(current, to);
            execute(current, undo);
        } catch (AssertionError e) {
            throw new AssertionError(e.getMessage() + "\n" + as, e);
        }
        assertThat(current.dump()).as(as).isEqualTo(start);
    }

    private static String text(List<SqlStatement> script) {
        return script.stream().map(SqlStatement::sql).collect(Collectors.joining(";\n"));
    }

    /** First without values of foreign keys, since two tables may refer to each other. */
    private void insert(Scratch database, SchemaState state) {
        for (DatabaseTable table : state.tables()) {
            List<Column> columns = table.columns().stream().filter(column -> column.generatedAs() == null).toList();
            String rows = IntStream.rangeClosed(1, ROWS).mapToObj(row -> columns.stream()
                    .map(column -> column.name().endsWith("_id") ? "null" : RandomSchema.value(column, row))
                    .collect(Collectors.joining(", ", "(", ")"))).collect(Collectors.joining(", "));
            database.execute("insert into " + quoted(table.name()) + columns.stream().map(Column::name).map(this::quoted)
                    .collect(Collectors.joining(", ", " (", ")")) + " values " + rows);
        }
        for (DatabaseTable table : state.tables()) {
            String references = table.columns().stream().filter(column -> column.name().endsWith("_id"))
                    .map(column -> quoted(column.name()) + " = id").collect(Collectors.joining(", "));
            if (!references.isEmpty()) {
                database.execute("update " + quoted(table.name()) + " set " + references);
            }
        }
    }

    private String quoted(String name) {
        return new Identifiers(kind).quoted(name);
    }

    private static boolean isAtRisk(Scratch database, List<SqlStatement> script) {
        return script.stream().flatMap(statement -> statement.risks().stream())
                .anyMatch(risk -> !risk.text().contains(DELETED) && database.count(risk.query()) > 0);
    }

    private void delete(Scratch database, SchemaState state) {
        for (DatabaseTable table : state.tables()) {
            table.foreignKeys().forEach(key -> database.execute("update " + quoted(table.name()) + " set "
                    + quoted(key.columns().get(0)) + " = null"));
        }
        state.tables().forEach(table -> database.execute("delete from " + quoted(table.name())));
    }

    /** Values by table and column, of those that no change loses by its own account. */
    private Map<String, Map<String, List<String>>> values(Scratch database, SchemaState state, List<Change> changes) {
        Set<String> lost = new HashSet<>();
        changes.stream().filter(statements::losesData).forEach(change -> lost.add(change.table() + column(change)));
        Map<String, Map<String, List<String>>> values = new LinkedHashMap<>();
        for (DatabaseTable table : state.tables()) {
            Map<String, List<String>> ofTable = new LinkedHashMap<>();
            for (Column column : table.columns()) {
                if (column.generatedAs() == null && !lost.contains(table.name())
                        && !lost.contains(table.name() + "." + column.name())) {
                    List<String> ofColumn = values(database, table.name(), column.name());
                    if (!ofColumn.isEmpty()) {
                        ofTable.put(column.name(), ofColumn);
                    }
                }
            }
            values.put(table.name(), ofTable);
        }
        return values;
    }

    private static String column(Change change) {
        if (change instanceof Change.AlterColumn alter) {
            return "." + alter.after().name();
        } else if (change instanceof Change.DropColumn drop) {
            return "." + drop.column().name();
        } else if (change instanceof Change.RebuildColumn rebuild) {
            return "." + rebuild.after().name();
        }
        return "";
    }

    private List<String> values(Scratch database, String table, String column) {
        return database.rows("select " + quoted(column) + " from " + quoted(table) + " order by id").stream()
                .map(row -> normalized(row.get(0))).toList();
    }

    /** A number in any type of column, a day with or without a time. */
    private static String normalized(String value) {
        if (value == null) {
            return "null";
        }
        if (value.matches("-?[0-9.]+")) {
            return new BigDecimal(value).stripTrailingZeros().toPlainString();
        }
        return value.matches("\\d+-\\d+-\\d+ .*") ? value.replaceAll("\\.0+$", "") : value;
    }

    private void assertValues(Scratch database, Map<String, Map<String, List<String>>> before, String as) {
        before.forEach((table, columns) -> columns.forEach((column, values) -> {
            List<String> after = new ArrayList<>(values(database, table, column));
            for (int i = 0; i < values.size() && i < after.size(); i++) {
                // of a day that becomes a time the first characters
                if (values.get(i).matches("\\d+-\\d+-\\d+") && after.get(i).startsWith(values.get(i))) {
                    after.set(i, values.get(i));
                }
            }
            assertThat(after).as(table + "." + column + " " + as).isEqualTo(values);
        }));
    }
}
