package io.quarkiverse.binds.runtime.migration.comparison;

import java.util.ArrayList;
import java.util.List;

import io.quarkiverse.binds.DatabaseTable;
import io.quarkiverse.binds.DatabaseTable.ForeignKey;
import io.quarkiverse.binds.DatabaseTable.Index;
import io.quarkiverse.binds.runtime.catalog.CatalogKind;
import io.quarkiverse.binds.runtime.migration.comparison.ConstraintComparison.Differences;

/** Comparison of one table in both states. Used by one thread, for one comparison. */
final class TableComparison {

    private final TablePair pair;
    private final Options options;
    private final ColumnComparison columns;
    private final Differences<Index> indexes;
    private final Differences<ForeignKey> foreignKeys;
    private final List<Change> checks;
    private final List<ForeignKey> again = new ArrayList<>();

    TableComparison(DatabaseTable before, DatabaseTable after, Options options, AppliedRenames renames) {
        this.pair = TablePair.of(before, after, options);
        this.options = options;
        this.columns = ColumnComparison.of(pair, options, renames);
        ConstraintComparison constraints = new ConstraintComparison(pair, columns, options, renames);
        this.indexes = constraints.indexes();
        this.foreignKeys = constraints.foreignKeys();
        this.checks = constraints.checks();
    }

    private String name() {
        return pair.after().name();
    }

    private boolean isPrimaryKeyChanged() {
        return !Names.same(pair.before().primaryKey(), pair.after().primaryKey());
    }

    /** Finds the foreign keys that remain but have to be dropped in between. */
    void repeatForeignKeys(List<TableComparison> all) {
        for (ForeignKey key : foreignKeys.remaining()) {
            if (isTouched(key.columns()) || isIndexDropped(key.columns())
                    || all.stream().anyMatch(parent -> parent.isInTheWay(key))) {
                again.add(key);
            }
        }
    }

    /** Whether a foreign key refers to what is changed or dropped of this table. */
    boolean isInTheWay(ForeignKey key) {
        return name().equalsIgnoreCase(key.referencedTable()) && (isTouched(key.referencedColumns()) || isKeyDropped(key));
    }

    private boolean isTouched(List<String> names) {
        return names.stream().anyMatch(name -> columns.touched().contains(Options.lower(name)));
    }

    /** Whether an index is dropped that servers other than PostgreSQL need on the side of the foreign key. */
    private boolean isIndexDropped(List<String> names) {
        return options.kind() != CatalogKind.POSTGRESQL
                && (isPrimaryKeyChanged() && Names.startsWith(pair.before().primaryKey(), names)
                        || indexes.dropped().stream()
                                .anyMatch(index -> !isLeftToServer(index) && Names.covers(options.kind(), index, names)));
    }

    /** Whether the key to which a foreign key refers is dropped. */
    private boolean isKeyDropped(ForeignKey key) {
        List<String> names = key.referencedColumns();
        return isPrimaryKeyChanged() && Names.startsWith(pair.before().primaryKey(), names)
                || indexes.dropped().stream().anyMatch(index -> !isLeftToServer(index)
                        && (index.unique() && Names.same(index.columns(), names)
                                || options.kind().isMySqlLike() && Names.covers(options.kind(), index, names)));
    }

    /** Whether an index is the server's for a foreign key that remains: the server drops it when another takes its place. */
    private boolean isLeftToServer(Index index) {
        ForeignKey key = ImpliedIndexes.keyOf(pair.before(), index, options);
        return key != null && foreignKeys.remaining().contains(key) && !again.contains(key);
    }

    List<Change> changes() {
        List<Change> changes = new ArrayList<>();
        DatabaseTable after = pair.after();
        if (!pair.before().comment().equals(after.comment())) {
            changes.add(new Change.CommentTable(name(), pair.before().comment(), after.comment()));
        }
        changes.addAll(columns.changes());
        if (isPrimaryKeyChanged()) {
            changes.add(new Change.ChangePrimaryKey(pair.before(), after));
        }
        indexes.dropped().stream().filter(index -> !isLeftToServer(index))
                .forEach(index -> changes.add(new Change.DropIndex(name(), index)));
        indexes.added().stream().filter(index -> !ImpliedIndexes.isImplied(after, index, options))
                .forEach(index -> changes.add(new Change.AddIndex(name(), index)));
        foreignKeys.dropped().forEach(key -> changes.add(new Change.DropForeignKey(name(), key)));
        again.forEach(key -> changes.add(new Change.DropForeignKey(name(), key)));
        again.forEach(key -> changes.add(new Change.AddForeignKey(name(), key)));
        foreignKeys.added().forEach(key -> changes.add(new Change.AddForeignKey(name(), key)));
        changes.addAll(checks);
        return changes;
    }
}
