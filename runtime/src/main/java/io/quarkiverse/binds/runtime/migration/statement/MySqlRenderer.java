package io.quarkiverse.binds.runtime.migration.statement;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

import io.quarkiverse.binds.DatabaseTable;
import io.quarkiverse.binds.DatabaseTable.Column;
import io.quarkiverse.binds.DatabaseTable.ForeignKey;
import io.quarkiverse.binds.DatabaseTable.Index;
import io.quarkiverse.binds.runtime.catalog.CatalogKind;
import io.quarkiverse.binds.runtime.migration.comparison.Change;
import io.quarkiverse.binds.runtime.migration.comparison.Change.Place;
import io.quarkiverse.binds.runtime.migration.comparison.Generation;
import io.quarkiverse.binds.runtime.migration.comparison.SqlType;

/** Statements for MySQL and MariaDB. Hints make a statement fail where the server would block writes instead. Immutable. */
final class MySqlRenderer extends Renderer {

    private static final String INSTANT = ", algorithm=instant";
    private static final String ONLINE = ", algorithm=inplace, lock=none";
    private static final String COPIES = "copies the table and blocks writes meanwhile";
    /** Longest text whose length is stored in one byte. */
    private static final int SHORT_BYTES = 255;
    private static final int MAX_BYTES_OF_CHARACTER = 4;

    private final boolean isMariaDb;

    MySqlRenderer(CatalogKind kind) {
        super(kind);
        this.isMariaDb = kind == CatalogKind.MARIADB;
    }

    @Override
    String definition(Column column) {
        StringBuilder definition = new StringBuilder(quoted(column.name())).append(' ').append(column.type());
        if (column.collation() != null) {
            definition.append(" collate ").append(column.collation());
        }
        if (column.generatedAs() != null) {
            definition.append(" generated always as (").append(Generation.expression(column))
                    .append(Generation.isVirtual(column) ? ") virtual" : ") stored");
        }
        if (!column.nullable()) {
            // MariaDB does not know NOT NULL of a generated column
            definition.append(isMariaDb && column.generatedAs() != null ? "" : " not null");
        } else if (column.type().toLowerCase(Locale.ROOT).startsWith("timestamp")) {
            // without it old servers make a timestamp NOT NULL
            definition.append(" null");
        }
        if (column.defaultValue() != null) {
            definition.append(" default ").append(column.defaultValue());
        }
        definition.append(column.identity() ? " auto_increment" : "");
        return definition + (column.comment().isEmpty() ? "" : " comment " + names.literal(column.comment()));
    }

    private String place(Place place) {
        if (place.before() == null) {
            return "";
        }
        return place.after() == null ? " first" : " after " + quoted(place.after());
    }

    @Override
    List<Rendered> addColumn(Change.AddColumn add, List<Change> all) {
        if (isMadeWithPrimaryKey(add.table(), add.column().name(), all)) {
            return List.of();
        }
        String sql = alter(add.table()) + "add column " + definition(add.column()) + place(add.place());
        if (add.column().generatedAs() != null) {
            return List.of(Rendered.of(Phase.ADD_GENERATED_COLUMN, add, sql,
                    Generation.isVirtual(add.column()) ? new String[0] : new String[] { COPIES }));
        }
        if (add.column().identity()) {
            return List.of(Rendered.of(Phase.ADD_COLUMN, add, sql, COPIES));
        }
        if (isCheckedWithRows(add.column())) {
            return List.of(Rendered.of(Phase.ADD_COLUMN, add, sql));
        }
        boolean isInside = add.place().before() != null && !isMariaDb;
        return List.of(Rendered.of(Phase.ADD_COLUMN, add, sql + INSTANT,
                isInside ? new String[] { "algorithm=instant within a table needs MySQL 8.0.29" } : new String[0]));
    }

    /** Day zero is no valid value, so the server has to look whether there are rows. */
    private static boolean isCheckedWithRows(Column column) {
        return !column.nullable() && column.defaultValue() == null
                && List.of("date", "datetime", "timestamp").contains(SqlType.of(column.type()).name());
    }

    @Override
    List<Rendered> dropColumn(Change.DropColumn drop, List<Change> all) {
        return isMadeWithPrimaryKey(drop.table(), drop.column().name(), all) ? List.of() : super.dropColumn(drop, all);
    }

    @Override
    List<Rendered> alterColumn(Change.AlterColumn alter, List<Change> all) {
        if (isMadeWithPrimaryKey(alter.table(), alter.after().name(), all)) {
            return List.of();
        }
        String sql = alter(alter.table()) + "modify column " + definition(alter.after());
        Column before = alter.before();
        Column after = alter.after();
        boolean isSameType = SqlType.of(before.type()).equals(SqlType.of(after.type()))
                && Objects.equals(before.collation(), after.collation()) && before.identity() == after.identity()
                && (before.generatedAs() == null) == (after.generatedAs() == null);
        if (isSameType) {
            // MariaDB does not always change it in place
            return List.of(Rendered.of(Phase.ALTER_COLUMN, alter,
                    before.nullable() == after.nullable() || isMariaDb ? sql : sql + ONLINE));
        }
        return List.of(isExtended(before, after) ? Rendered.of(Phase.ALTER_COLUMN, alter, sql)
                : Rendered.of(phase(alter), alter, sql, COPIES));
    }

    /**
     * Whether only the catalog has to be changed: a longer text of the same size of its length, values at the end of an enum.
     */
    private static boolean isExtended(Column before, Column after) {
        SqlType from = SqlType.of(before.type());
        SqlType to = SqlType.of(after.type());
        if (before.nullable() != after.nullable() || before.identity() != after.identity() || !from.name().equals(to.name())
                || !Objects.equals(before.collation(), after.collation())) {
            return false;
        }
        if (from.name().equals("varchar")) {
            long old = from.argument(0, 0) * MAX_BYTES_OF_CHARACTER;
            long now = to.argument(0, 0) * MAX_BYTES_OF_CHARACTER;
            return now >= old && (old > SHORT_BYTES || now <= SHORT_BYTES);
        }
        return from.name().equals("enum") && to.arguments().size() <= SHORT_BYTES
                && to.arguments().size() >= from.arguments().size()
                && to.arguments().subList(0, from.arguments().size()).equals(from.arguments());
    }

    /** A column that numbers rows has to be a key in each statement, so these statements change key and columns together. */
    private static boolean isMadeWithPrimaryKey(String table, String column, List<Change> all) {
        return all.stream().anyMatch(change -> change instanceof Change.ChangePrimaryKey key
                && key.table().equalsIgnoreCase(table) && isIn(key, column));
    }

    private static boolean isIn(Change.ChangePrimaryKey key, String column) {
        return key.before().primaryKey().stream().anyMatch(column::equalsIgnoreCase)
                || key.after().primaryKey().stream().anyMatch(column::equalsIgnoreCase);
    }

    @Override
    List<Rendered> changePrimaryKey(Change.ChangePrimaryKey key, List<Change> all) {
        List<String> actions = new ArrayList<>();
        List<Change> changes = new ArrayList<>(List.of(key));
        if (!key.before().primaryKey().isEmpty()) {
            actions.add("drop primary key");
        }
        for (Change change : all.stream().filter(one -> one.table().equalsIgnoreCase(key.table())).toList()) {
            if (change instanceof Change.DropColumn drop && isIn(key, drop.column().name())) {
                actions.add("drop column " + quoted(drop.column().name()));
                changes.add(change);
            } else if (change instanceof Change.AddColumn add && isIn(key, add.column().name())) {
                actions.add("add column " + definition(add.column()) + place(add.place()));
                changes.add(change);
            } else if (change instanceof Change.AlterColumn alter && isIn(key, alter.after().name())) {
                actions.add("modify column " + definition(alter.after()));
                changes.add(change);
            }
        }
        if (!key.after().primaryKey().isEmpty()) {
            actions.add("add primary key (" + names.list(key.after().primaryKey()) + ")");
        }
        return List.of(new Rendered(Phase.ADD_PRIMARY_KEY, alter(key.table()) + joined(actions), List.of(COPIES), changes));
    }

    @Override
    Rendered addIndex(Change.AddIndex add) {
        return Rendered.of(Phase.ADD_INDEX, add, alter(add.table()) + "add " + inlined(add.index()) + ONLINE);
    }

    @Override
    List<Rendered> dropIndex(Change.DropIndex drop) {
        return List.of(Rendered.of(Phase.DROP_INDEX, drop,
                alter(drop.table()) + "drop index " + quoted(drop.index().name()) + ONLINE));
    }

    @Override
    boolean isInlined(Index index) {
        return true;
    }

    @Override
    String inlined(Index index) {
        return (index.unique() ? "unique " : "") + "index " + quoted(index.name()) + " (" + names.parts(index.columns()) + ")";
    }

    @Override
    String dropForeignKey(String table, ForeignKey key) {
        return alter(table) + "drop foreign key " + quoted(key.name());
    }

    @Override
    Rendered addForeignKey(Change change, String table, ForeignKey key) {
        return Rendered.of(Phase.ADD_FOREIGN_KEY, change, addForeignKey(table, key), COPIES);
    }

    @Override
    Rendered addCheck(Change.AddCheck add) {
        return Rendered.of(Phase.ADD_CHECK, add, alter(add.table()) + "add " + check(add.check()), COPIES);
    }

    @Override
    List<Rendered> dropCheck(Change.DropCheck drop) {
        if (!isMariaDb) {
            return List
                    .of(Rendered.of(Phase.DROP_CHECK, drop, alter(drop.table()) + "drop check " + quoted(drop.check().name())));
        }
        List<Rendered> all = new ArrayList<>();
        all.add(Rendered.of(Phase.DROP_CHECK, drop,
                alter(drop.table()) + "drop constraint if exists " + quoted(drop.check().name())));
        if (drop.column() != null) {
            all.add(Rendered.accompanying(Phase.DROP_CHECK,
                    alter(drop.table()) + "modify column " + definition(drop.column())));
        }
        return all;
    }

    @Override
    String commentOnTable(String table, String comment) {
        return alter(table) + "comment = " + names.literal(comment);
    }

    @Override
    String tableOptions(DatabaseTable table) {
        return table.comment().isEmpty() ? "" : " comment = " + names.literal(table.comment());
    }

    @Override
    List<Rendered> comments(DatabaseTable table) {
        return List.of();
    }
}
