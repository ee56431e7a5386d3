package io.quarkiverse.binds.runtime.migration.comparison;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

import io.quarkiverse.binds.DatabaseTable;
import io.quarkiverse.binds.DatabaseTable.Check;
import io.quarkiverse.binds.DatabaseTable.Column;
import io.quarkiverse.binds.runtime.catalog.SchemaState;
import io.quarkiverse.binds.runtime.catalog.SchemaState.EnumType;
import io.quarkiverse.binds.runtime.catalog.SchemaState.Sequence;

/** Compares two states of a schema. */
public final class SchemaComparison {

    private SchemaComparison() {
    }

    /**
     * Finds the changes that lead from one state to another.
     *
     * @return empty if they are equal; the order is not that in which they can be made
     */
    public static List<Change> compare(SchemaState from, SchemaState to, Options with) {
        Options options = with.withKnown(with.known().withTables(AppliedRenames.of(with.known(), to, with).tables()));
        AppliedRenames renames = AppliedRenames.of(from, to, options);
        SchemaState before = from.withTables(renames.tables());
        List<Change> changes = new ArrayList<>(renames.changes());
        List<TableComparison> comparisons = new ArrayList<>();
        for (DatabaseTable table : to.tables()) {
            Optional<DatabaseTable> old = before.table(table.name());
            if (old.isPresent()) {
                comparisons.add(new TableComparison(old.get(), table, options, renames));
            } else {
                changes.add(new Change.CreateTable(ServerNames.completed(table, null, true, options)));
            }
        }
        comparisons.forEach(comparison -> comparison.repeatForeignKeys(comparisons));
        comparisons.forEach(comparison -> changes.addAll(comparison.changes()));
        before.tables().stream().filter(table -> to.table(table.name()).isEmpty() && options.owns(table.name()))
                .forEach(table -> {
                    table.foreignKeys().stream()
                            .filter(key -> comparisons.stream().anyMatch(comparison -> comparison.isInTheWay(key)))
                            .forEach(key -> changes.add(new Change.DropForeignKey(table.name(), key)));
                    changes.add(new Change.DropTable(table));
                });
        changes.addAll(sequences(from, to, options));
        changes.addAll(TypeComparison.compare(before, to, options));
        return List.copyOf(changes);
    }

    /**
     * Finds the changes that lead back, with the options of the way there. What the way there does not touch is not touched.
     *
     * @param reached the second state, or what {@link #reached} has of it
     */
    public static List<Change> undo(SchemaState from, SchemaState reached, Options options) {
        Predicate<String> isTouched = name -> options.owns(name) || reached.table(name).isPresent()
                || options.renames().stream().anyMatch(
                        rename -> rename.column() == null && rename.from().equalsIgnoreCase(name));
        Predicate<Sequence> isTouchedSequence = sequence -> options.owns(sequence.name())
                || reached.sequences().stream().anyMatch(one -> one.name().equalsIgnoreCase(sequence.name()));
        SchemaState touched = new SchemaState(from.tables().stream().filter(table -> isTouched.test(table.name()))
                .map(table -> withChecksOfSnapshot(table, options)).toList(),
                from.sequences().stream().filter(isTouchedSequence).toList(), from.types().stream()
                        .filter(type -> options.owns(type.name()) || TypeComparison.find(reached, type).isPresent()).toList());
        return compare(inOrder(from, reached, options), touched, options.back(reached));
    }

    /**
     * With the conditions as the entities had them: PostgreSQL makes another text of the one that it has made of a condition
     * before.
     */
    private static DatabaseTable withChecksOfSnapshot(DatabaseTable table, Options options) {
        List<Check> known = options.known().table(table.name()).map(DatabaseTable::checks).orElse(List.of());
        List<Check> checks = table.checks().stream().map(check -> known.stream()
                .filter(one -> options.same(table, check.condition(), one.condition())).findFirst()
                .map(one -> new Check(check.name(), one.condition())).orElse(check)).toList();
        return new DatabaseTable(table.name(), table.comment(), table.columns(), table.primaryKey(), table.indexes(),
                table.foreignKeys(), checks);
    }

    /** Columns do not change their places, so the second state does not tell where a dropped one has to be put back. */
    private static SchemaState inOrder(SchemaState from, SchemaState reached, Options options) {
        AppliedRenames renames = AppliedRenames.of(from, reached, options);
        SchemaState before = from.withTables(renames.tables());
        return reached.withTables(reached.tables().stream().map(table -> before.table(table.name())
                .map(old -> withColumns(table,
                        ColumnComparison.of(TablePair.of(old, table, options), options, renames).reached()))
                .orElse(table)).toList());
    }

    private static DatabaseTable withColumns(DatabaseTable table, List<Column> columns) {
        return new DatabaseTable(table.name(), table.comment(), columns, table.primaryKey(), table.indexes(),
                table.foreignKeys(), table.checks());
    }

    /**
     * The state after a comparison's changes if statements that lose data are not executed, with the names that the statements
     * give to what has none in the second state.
     *
     * @param notMade the changes of these statements, of columns, primary keys, tables, sequences and types
     */
    public static SchemaState reached(SchemaState from, SchemaState to, Options options, List<Change> notMade) {
        SchemaState before = from.withTables(AppliedRenames.of(from, to, options).tables());
        List<DatabaseTable> tables = new ArrayList<>(to.tables().stream()
                .map(table -> ServerNames.completed(table, before.table(table.name()).orElse(null), true, options))
                .map(table -> reached(table, notMade)).toList());
        List<Sequence> sequences = new ArrayList<>(to.sequences());
        List<EnumType> types = new ArrayList<>(to.types());
        for (Change change : new LinkedHashSet<>(notMade)) {
            if (change instanceof Change.DropTable drop) {
                tables.add(drop.dropped());
            } else if (change instanceof Change.DropSequence drop) {
                sequences.add(drop.sequence());
            } else if (change instanceof Change.DropType drop) {
                types.add(drop.type());
            } else if (change instanceof Change.AlterType alter) {
                types.replaceAll(type -> type.equals(alter.after()) ? alter.before() : type);
            }
        }
        return new SchemaState(tables, sequences, types);
    }

    private static DatabaseTable reached(DatabaseTable table, List<Change> notMade) {
        List<Column> columns = new ArrayList<>(table.columns());
        List<String> primaryKey = table.primaryKey();
        for (Change change : notMade.stream().filter(one -> one.table().equalsIgnoreCase(table.name())).toList()) {
            if (change instanceof Change.DropColumn drop) {
                columns.add(drop.column());
            } else if (change instanceof Change.AddColumn add) {
                columns.removeIf(column -> column.name().equalsIgnoreCase(add.column().name()));
            } else if (change instanceof Change.AlterColumn alter) {
                replace(columns, alter.after().name(), alter.before());
            } else if (change instanceof Change.RebuildColumn rebuild) {
                replace(columns, rebuild.after().name(), rebuild.before());
            } else if (change instanceof Change.ChangePrimaryKey key) {
                primaryKey = key.before().primaryKey();
            }
        }
        return new DatabaseTable(table.name(), table.comment(), columns, primaryKey, table.indexes(), table.foreignKeys(),
                table.checks());
    }

    private static void replace(List<Column> columns, String name, Column by) {
        columns.replaceAll(column -> column.name().equalsIgnoreCase(name) ? by : column);
    }

    private static List<Change> sequences(SchemaState from, SchemaState to, Options options) {
        Stream<Change> created = to.sequences().stream().filter(sequence -> find(from, sequence).isEmpty())
                .map(Change.CreateSequence::new);
        Stream<Change> altered = to.sequences().stream().flatMap(sequence -> find(from, sequence).stream()
                .filter(old -> old.increment() != sequence.increment())
                .map(old -> new Change.AlterSequence(old, sequence)));
        Stream<Change> dropped = from.sequences().stream()
                .filter(sequence -> find(to, sequence).isEmpty() && options.owns(sequence.name()))
                .map(Change.DropSequence::new);
        return Stream.of(created, altered, dropped).flatMap(changes -> changes).toList();
    }

    private static Optional<Sequence> find(SchemaState state, Sequence sequence) {
        return state.sequences().stream().filter(other -> other.name().equalsIgnoreCase(sequence.name())).findFirst();
    }
}
