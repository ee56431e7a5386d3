package io.quarkiverse.binds.runtime.migration.comparison;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

import io.quarkiverse.binds.DatabaseTable;
import io.quarkiverse.binds.DatabaseTable.Column;
import io.quarkiverse.binds.runtime.migration.comparison.Change.Place;

/** Compares the columns of a table. Used by one thread, for one comparison. */
final class ColumnComparison {

    private final DatabaseTable before;
    private final DatabaseTable after;
    private final Options options;
    private final AppliedRenames renames;
    private final Map<String, Change.AlterColumn> altered = new LinkedHashMap<>();
    private final Map<String, Column> rebuilt = new LinkedHashMap<>();
    private final Set<String> touched = new LinkedHashSet<>();

    private ColumnComparison(TablePair pair, Options options, AppliedRenames renames) {
        this.before = pair.before();
        this.after = pair.after();
        this.options = options;
        this.renames = renames;
    }

    static ColumnComparison of(TablePair pair, Options options, AppliedRenames renames) {
        ColumnComparison comparison = new ColumnComparison(pair, options, renames);
        comparison.compareColumns();
        comparison.rebuildDependents();
        return comparison;
    }

    /**
     * Columns, in lower case, whose values are of another type or order, so that keys and checks that use them are made again.
     */
    Set<String> touched() {
        return touched;
    }

    /** Columns, in lower case, that are dropped and added again, so that indexes that use them are made again. */
    Set<String> rebuilt() {
        return rebuilt.keySet();
    }

    /** Columns, in lower case, that are altered in any way. */
    Set<String> altered() {
        return altered.keySet();
    }

    List<Change> changes() {
        List<Change> changes = new ArrayList<>(altered.values());
        changes.addAll(added(new ArrayList<>()));
        before.columns().stream().filter(column -> Names.column(after, column.name()) == null)
                .forEach(column -> changes.add(new Change.DropColumn(after.name(), column)));
        return changes;
    }

    private void compareColumns() {
        for (Column column : after.columns()) {
            Column old = Names.column(before, column.name());
            if (old == null) {
                continue;
            }
            boolean sameExpression = Generation.isVirtual(old) == Generation.isVirtual(column)
                    && options.same(after, Generation.expression(old), Generation.expression(column));
            boolean sameValues = isSameValues(old, column);
            String name = Options.lower(column.name());
            if (column.generatedAs() != null && !(sameExpression && sameValues && old.nullable() == column.nullable())) {
                rebuilt.put(name, old);
                touched.add(name);
            } else if (!sameExpression || !sameValues || !isSameDefinition(old, column)) {
                altered.put(name, new Change.AlterColumn(after.name(), old, withCollation(old, column)));
                // MySQL does not change whether it numbers the rows of a column to which a foreign key refers
                if (!sameValues || options.kind().isMySqlLike() && old.identity() != column.identity()) {
                    touched.add(name);
                }
            }
        }
    }

    private boolean isSameValues(Column old, Column column) {
        return SqlType.same(old.type(), column.type()) && (isAnyCollation(old, column)
                || Objects.requireNonNullElse(old.collation(), "")
                        .equalsIgnoreCase(Objects.requireNonNullElse(column.collation(), "")));
    }

    /** A mapping without a collation leaves it to the database. */
    private boolean isAnyCollation(Column old, Column column) {
        return (options.fromModel() ? old : column).collation() == null;
    }

    /** Keeps the collation of a column that gets another definition. */
    private Column withCollation(Column old, Column column) {
        boolean isKept = !options.fromModel() && column.collation() == null
                && SqlType.of(old.type()).name().equals(SqlType.of(column.type()).name());
        return !isKept ? column
                : new Column(column.name(), column.type(), column.nullable(), column.defaultValue(),
                        column.generatedAs(), column.identity(), column.comment(), old.collation());
    }

    private boolean isSameDefinition(Column old, Column column) {
        return old.nullable() == column.nullable() && old.identity() == column.identity()
                && old.comment().equals(column.comment())
                && options.same(after, old.defaultValue(), column.defaultValue());
    }

    /** No server changes a column that a generated column uses; MySQL and MariaDB do not even rename it. */
    private void rebuildDependents() {
        for (Column column : after.columns()) {
            Column old = Names.column(before, column.name());
            if (column.generatedAs() != null && old != null && after.columns().stream().anyMatch(
                    other -> isTouched(other) && SqlWords.mentions(column.generatedAs(), other.name()))) {
                rebuilt.putIfAbsent(Options.lower(column.name()), old);
                touched.add(Options.lower(column.name()));
                altered.remove(Options.lower(column.name()));
            }
        }
    }

    private boolean isTouched(Column column) {
        return touched.contains(Options.lower(column.name()))
                || options.kind().isMySqlLike() && renames.isRenamed(after.name(), column.name());
    }

    /** The columns of the second state in the order that they have after the changes, which do not move any. */
    List<Column> reached() {
        List<String> present = new ArrayList<>();
        added(present);
        return after.columns().stream().sorted(Comparator.comparingInt(column -> indexOf(present, column.name()))).toList();
    }

    /**
     * New and rebuilt columns with their places: generated ones last, since they may use the others.
     *
     * @param present gets the names of all columns in their order
     */
    private List<Change> added(List<String> present) {
        before.columns().stream().map(Column::name)
                .filter(name -> Names.column(after, name) != null && !rebuilt.containsKey(Options.lower(name)))
                .forEach(present::add);
        List<Change> changes = new ArrayList<>();
        for (boolean generated : new boolean[] { false, true }) {
            for (Column column : after.columns()) {
                boolean isMissing = present.stream().noneMatch(column.name()::equalsIgnoreCase);
                if (isMissing && (column.generatedAs() != null) == generated) {
                    Place place = place(column, present);
                    Column old = rebuilt.get(Options.lower(column.name()));
                    changes.add(old == null ? new Change.AddColumn(after.name(), column, place)
                            : new Change.RebuildColumn(after.name(), old, column, place));
                }
            }
        }
        return changes;
    }

    /** The place after the nearest column of the second state that is there already. */
    private Place place(Column column, List<String> present) {
        int at = -1;
        for (Column one : after.columns()) {
            if (one == column) {
                break;
            }
            int found = indexOf(present, one.name());
            at = found < 0 ? at : found;
        }
        Place place = new Place(at < 0 ? null : present.get(at), at + 1 < present.size() ? present.get(at + 1) : null);
        present.add(at + 1, column.name());
        return place;
    }

    private static int indexOf(List<String> names, String name) {
        for (int i = 0; i < names.size(); i++) {
            if (names.get(i).equalsIgnoreCase(name)) {
                return i;
            }
        }
        return -1;
    }
}
