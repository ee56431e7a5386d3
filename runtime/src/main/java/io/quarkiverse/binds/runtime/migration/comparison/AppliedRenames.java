package io.quarkiverse.binds.runtime.migration.comparison;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;

import io.quarkiverse.binds.DatabaseTable;
import io.quarkiverse.binds.DatabaseTable.Check;
import io.quarkiverse.binds.DatabaseTable.Column;
import io.quarkiverse.binds.DatabaseTable.ForeignKey;
import io.quarkiverse.binds.DatabaseTable.Index;
import io.quarkiverse.binds.runtime.catalog.CatalogKind;
import io.quarkiverse.binds.runtime.catalog.Rename;
import io.quarkiverse.binds.runtime.catalog.SchemaState;

/** The first state of a comparison after its renames, and these. Used by one thread, for one comparison. */
final class AppliedRenames {

    private final Options options;
    private final SchemaState to;
    private final List<Change> changes = new ArrayList<>();
    private final Set<String> columns = new LinkedHashSet<>();
    private List<DatabaseTable> tables;

    private AppliedRenames(SchemaState from, SchemaState to, Options options) {
        this.options = options;
        this.to = to;
        this.tables = from.tables();
    }

    static AppliedRenames of(SchemaState from, SchemaState to, Options options) {
        AppliedRenames applied = new AppliedRenames(from, to, options);
        options.renames().stream().filter(rename -> rename.column() == null).forEach(applied::renameTable);
        options.renames().stream().filter(rename -> rename.column() != null).forEach(applied::renameColumn);
        return applied;
    }

    List<Change> changes() {
        return changes;
    }

    List<DatabaseTable> tables() {
        return tables;
    }

    /** Whether a column, by its new name, is renamed. */
    boolean isRenamed(String table, String column) {
        return columns.contains(Options.lower(table + "." + column));
    }

    private DatabaseTable table(String name) {
        return new SchemaState(tables, List.of()).table(name).orElse(null);
    }

    private void renameTable(Rename rename) {
        DatabaseTable before = table(rename.from());
        DatabaseTable after = to.table(rename.table()).orElse(null);
        if (before == null || after == null || table(rename.table()) != null || to.table(rename.from()).isPresent()) {
            return;
        }
        changes.add(new Change.RenameTable(before.name(), after.name()));
        tables = tables.stream().map(table -> renamed(table, before.name(), after.name())).toList();
    }

    private DatabaseTable renamed(DatabaseTable table, String from, String name) {
        boolean isIt = table.name().equals(from);
        UnaryOperator<String> constraint = old -> isIt ? followed(old, from, name) : old;
        List<ForeignKey> keys = table.foreignKeys().stream().map(key -> new ForeignKey(constraint.apply(key.name()),
                key.columns(), key.referencedTable().equalsIgnoreCase(from) ? name : key.referencedTable(),
                key.referencedColumns(), key.onDelete(), key.onUpdate())).toList();
        List<Check> checks = table.checks().stream()
                .map(check -> new Check(constraint.apply(check.name()), check.condition())).toList();
        return new DatabaseTable(isIt ? name : table.name(), table.comment(), table.columns(), table.primaryKey(),
                table.indexes(), keys, checks);
    }

    /** MySQL and MariaDB rename the constraints that they have named after the table. */
    private String followed(String constraint, String from, String name) {
        if (!options.kind().isMySqlLike()) {
            return constraint;
        }
        for (String infix : List.of("_ibfk_", "_chk_")) {
            String prefix = from + infix;
            if (constraint.regionMatches(true, 0, prefix, 0, prefix.length())) {
                return name + infix + constraint.substring(prefix.length());
            }
        }
        return constraint;
    }

    private void renameColumn(Rename rename) {
        DatabaseTable before = table(rename.table());
        DatabaseTable after = to.table(rename.table()).orElse(null);
        if (before == null || after == null) {
            return;
        }
        Column old = Names.column(before, rename.from());
        Column column = Names.column(after, rename.column());
        if (old == null || column == null || Names.column(before, rename.column()) != null
                || Names.column(after, rename.from()) != null) {
            return;
        }
        Column renamed = new Column(column.name(), old.type(), old.nullable(), old.defaultValue(), old.generatedAs(),
                old.identity(), old.comment(), old.collation());
        changes.add(new Change.RenameColumn(after.name(), old.name(), renamed));
        columns.add(Options.lower(after.name() + "." + column.name()));
        tables = tables.stream().map(table -> renamed(table, before.name(), old.name(), renamed)).toList();
    }

    private DatabaseTable renamed(DatabaseTable table, String in, String from, Column column) {
        boolean isIt = table.name().equals(in);
        String name = column.name();
        List<ForeignKey> keys = table.foreignKeys().stream()
                .map(key -> new ForeignKey(key.name(), isIt ? names(key.columns(), from, name) : key.columns(),
                        key.referencedTable(), key.referencedTable().equalsIgnoreCase(in)
                                ? names(key.referencedColumns(), from, name)
                                : key.referencedColumns(),
                        key.onDelete(), key.onUpdate()))
                .toList();
        if (!isIt) {
            return new DatabaseTable(table.name(), table.comment(), table.columns(), table.primaryKey(), table.indexes(), keys,
                    table.checks());
        }
        List<Column> all = table.columns().stream().map(one -> one.name().equals(from) ? column
                : new Column(one.name(), one.type(), one.nullable(), one.defaultValue(),
                        SqlWords.renamed(one.generatedAs(), from, name), one.identity(), one.comment(), one.collation()))
                .toList();
        List<Index> indexes = table.indexes().stream()
                .map(index -> new Index(index.name(), index.unique(), names(index.columns(), from, name))).toList();
        List<Check> checks = table.checks().stream().map(check -> new Check(columnLevelName(check, from, name),
                SqlWords.renamed(check.condition(), from, name))).toList();
        return new DatabaseTable(table.name(), table.comment(), all, names(table.primaryKey(), from, name), indexes, keys,
                checks);
    }

    /** The name of a check of a column's definition on MariaDB is that of the column. */
    private String columnLevelName(Check check, String from, String name) {
        boolean isColumnLevel = check.name().equalsIgnoreCase(from)
                && options.kind() == CatalogKind.MARIADB;
        return isColumnLevel ? name : check.name();
    }

    private static List<String> names(List<String> names, String from, String to) {
        return names.stream().map(name -> name.equalsIgnoreCase(from) ? to : SqlWords.renamed(name, from, to)).toList();
    }
}
