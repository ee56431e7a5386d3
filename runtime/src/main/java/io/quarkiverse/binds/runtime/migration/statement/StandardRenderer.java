package io.quarkiverse.binds.runtime.migration.statement;

import java.util.ArrayList;
import java.util.List;

import io.quarkiverse.binds.DatabaseTable;
import io.quarkiverse.binds.DatabaseTable.Column;
import io.quarkiverse.binds.DatabaseTable.Index;
import io.quarkiverse.binds.runtime.catalog.CatalogKind;
import io.quarkiverse.binds.runtime.migration.comparison.Change;

/** Statements that PostgreSQL and H2 have in common. Immutable. */
abstract class StandardRenderer extends Renderer {

    StandardRenderer(CatalogKind kind) {
        super(kind);
    }

    abstract String place(Change.Place place);

    abstract String dropPrimaryKey(String table);

    @Override
    List<Rendered> addColumn(Change.AddColumn add, List<Change> all) {
        List<Rendered> rendered = new ArrayList<>();
        Phase phase = add.column().generatedAs() == null ? Phase.ADD_COLUMN : Phase.ADD_GENERATED_COLUMN;
        rendered.add(Rendered.of(phase, add,
                alter(add.table()) + "add column " + definition(add.column()) + place(add.place())));
        if (!add.column().comment().isEmpty()) {
            rendered.add(Rendered.accompanying(Phase.COMMENT, commentOnColumn(add.table(), add.column())));
        }
        return rendered;
    }

    @Override
    List<Rendered> changePrimaryKey(Change.ChangePrimaryKey key, List<Change> all) {
        List<Rendered> rendered = new ArrayList<>();
        if (!key.before().primaryKey().isEmpty()) {
            rendered.add(new Rendered(Phase.DROP_PRIMARY_KEY, dropPrimaryKey(key.table()), List.of(),
                    key.after().primaryKey().isEmpty() ? List.of(key) : List.of()));
        }
        if (!key.after().primaryKey().isEmpty()) {
            rendered.add(Rendered.of(Phase.ADD_PRIMARY_KEY, key,
                    alter(key.table()) + "add primary key (" + names.list(key.after().primaryKey()) + ")"));
        }
        return rendered;
    }

    @Override
    Rendered addIndex(Change.AddIndex add) {
        Index index = add.index();
        if (isInlined(index)) {
            return Rendered.of(Phase.ADD_INDEX, add, alter(add.table()) + "add " + inlined(index));
        }
        return Rendered.of(Phase.ADD_INDEX, add, "create " + (index.unique() ? "unique " : "") + "index " + quoted(index.name())
                + " on " + quoted(add.table()) + " (" + names.parts(index.columns()) + ")");
    }

    /** A unique index may belong to a constraint of its name. */
    @Override
    List<Rendered> dropIndex(Change.DropIndex drop) {
        String name = quoted(drop.index().name());
        if (!drop.index().unique()) {
            return List.of(Rendered.of(Phase.DROP_INDEX, drop, "drop index " + name));
        }
        return List.of(
                Rendered.of(Phase.DROP_INDEX, drop, alter(drop.table()) + "drop constraint if exists " + name),
                Rendered.accompanying(Phase.DROP_INDEX, "drop index if exists " + name));
    }

    @Override
    String commentOnTable(String table, String comment) {
        return "comment on table " + quoted(table) + " is " + (comment.isEmpty() ? "null" : names.literal(comment));
    }

    final String commentOnColumn(String table, Column column) {
        return "comment on column " + quoted(table) + "." + quoted(column.name()) + " is "
                + (column.comment().isEmpty() ? "null" : names.literal(column.comment()));
    }

    @Override
    List<Rendered> comments(DatabaseTable table) {
        List<Rendered> comments = new ArrayList<>();
        if (!table.comment().isEmpty()) {
            comments.add(Rendered.accompanying(Phase.COMMENT, commentOnTable(table.name(), table.comment())));
        }
        table.columns().stream().filter(column -> !column.comment().isEmpty()).forEach(
                column -> comments.add(Rendered.accompanying(Phase.COMMENT, commentOnColumn(table.name(), column))));
        return comments;
    }
}
