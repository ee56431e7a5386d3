package io.quarkiverse.binds.runtime.migration.statement;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import io.quarkiverse.binds.DatabaseTable;
import io.quarkiverse.binds.DatabaseTable.Check;
import io.quarkiverse.binds.DatabaseTable.Column;
import io.quarkiverse.binds.DatabaseTable.ForeignKey;
import io.quarkiverse.binds.DatabaseTable.Index;
import io.quarkiverse.binds.runtime.catalog.CatalogKind;
import io.quarkiverse.binds.runtime.catalog.SchemaState.Sequence;
import io.quarkiverse.binds.runtime.migration.comparison.Change;

/** Writes each change as statements of one kind of database; the steps order them. Immutable. */
abstract class Renderer {

    final Identifiers names;

    Renderer(CatalogKind kind) {
        this.names = new Identifiers(kind);
    }

    /** @param all the changes of the table, for statements that have to make several at once */
    List<Rendered> render(Change change, List<Change> all) {
        if (change instanceof Change.CreateTable create) {
            return create(create);
        } else if (change instanceof Change.DropTable drop) {
            return List.of(Rendered.of(Phase.DROP_TABLE, change, "drop table " + quoted(drop.table())));
        } else if (change instanceof Change.RenameTable rename) {
            return List.of(Rendered.of(Phase.RENAME_TABLE, change,
                    alter(rename.from()) + "rename to " + quoted(rename.table())));
        } else if (change instanceof Change.CommentTable comment) {
            return List.of(Rendered.of(Phase.COMMENT, change, commentOnTable(comment.table(), comment.after())));
        } else if (change instanceof Change.ChangePrimaryKey key) {
            return changePrimaryKey(key, all);
        } else if (change instanceof Change.CreateSequence create) {
            return List.of(Rendered.of(Phase.CREATE_SEQUENCE, change, createSequence(create.sequence())));
        } else if (change instanceof Change.AlterSequence sequence) {
            return List.of(Rendered.of(Phase.CREATE_SEQUENCE, change, "alter sequence " + quoted(sequence.table())
                    + " increment by " + sequence.after().increment()));
        } else if (change instanceof Change.DropSequence drop) {
            return List.of(Rendered.of(Phase.DROP_SEQUENCE, change, "drop sequence " + quoted(drop.table())));
        }
        List<Rendered> ofType = renderOfType(change);
        return ofType.isEmpty() ? renderOfColumn(change, all) : ofType;
    }

    /** Of PostgreSQL; empty for another change. */
    List<Rendered> renderOfType(Change change) {
        return List.of();
    }

    private List<Rendered> renderOfColumn(Change change, List<Change> all) {
        if (change instanceof Change.AddColumn add) {
            return addColumn(add, all);
        } else if (change instanceof Change.DropColumn drop) {
            return dropColumn(drop, all);
        } else if (change instanceof Change.RenameColumn rename) {
            return List.of(renameColumn(rename));
        } else if (change instanceof Change.AlterColumn alter) {
            return alterColumn(alter, all);
        } else if (change instanceof Change.RebuildColumn rebuild) {
            List<Rendered> rendered = new ArrayList<>();
            rendered.add(Rendered.of(Phase.DROP_GENERATED_COLUMN, change,
                    alter(rebuild.table()) + "drop column " + quoted(rebuild.before().name()),
                    "a generated column is made again, since what it depends on changes"));
            addColumn(new Change.AddColumn(rebuild.table(), rebuild.after(), rebuild.place()), all)
                    .forEach(add -> rendered.add(new Rendered(Phase.ADD_GENERATED_COLUMN, add.sql(), add.comments(),
                            List.of(change))));
            return rendered;
        }
        return renderOfConstraint(change);
    }

    private List<Rendered> renderOfConstraint(Change change) {
        if (change instanceof Change.AddIndex add) {
            return List.of(addIndex(add));
        } else if (change instanceof Change.DropIndex drop) {
            return dropIndex(drop);
        } else if (change instanceof Change.AddForeignKey add) {
            return List.of(addForeignKey(change, add.table(), add.foreignKey()));
        } else if (change instanceof Change.DropForeignKey drop) {
            return List.of(Rendered.of(Phase.DROP_FOREIGN_KEY, change, dropForeignKey(drop.table(), drop.foreignKey())));
        } else if (change instanceof Change.AddCheck add) {
            return List.of(addCheck(add));
        } else if (change instanceof Change.DropCheck drop) {
            return dropCheck(drop);
        }
        throw new IllegalArgumentException("There is no statement for " + change);
    }

    abstract String definition(Column column);

    abstract List<Rendered> addColumn(Change.AddColumn add, List<Change> all);

    abstract List<Rendered> alterColumn(Change.AlterColumn alter, List<Change> all);

    abstract List<Rendered> changePrimaryKey(Change.ChangePrimaryKey key, List<Change> all);

    abstract Rendered addIndex(Change.AddIndex add);

    abstract List<Rendered> dropIndex(Change.DropIndex drop);

    abstract String commentOnTable(String table, String comment);

    /** Comments that are no part of a table's definition. */
    abstract List<Rendered> comments(DatabaseTable table);

    List<Rendered> dropColumn(Change.DropColumn drop, List<Change> all) {
        Column column = drop.column();
        boolean isNeeded = !column.nullable() && column.defaultValue() == null && !column.identity()
                && column.generatedAs() == null;
        Phase phase = column.generatedAs() == null ? Phase.DROP_COLUMN : Phase.DROP_GENERATED_COLUMN;
        return List.of(Rendered.of(phase, drop, alter(drop.table()) + "drop column " + quoted(column.name()),
                isNeeded ? new String[] { "as long as it stays, inserts fail: it is NOT NULL without a default" }
                        : new String[0]));
    }

    /** A column has to be free of generated columns before it is changed. */
    static Phase phase(Change.AlterColumn alter) {
        return alter.before().generatedAs() != null && alter.after().generatedAs() == null ? Phase.DROP_EXPRESSION
                : Phase.ALTER_COLUMN;
    }

    Rendered renameColumn(Change.RenameColumn rename) {
        return Rendered.of(Phase.RENAME_COLUMN, rename, alter(rename.table()) + "rename column " + quoted(rename.from())
                + " to " + quoted(rename.column().name()));
    }

    String dropForeignKey(String table, ForeignKey key) {
        return alter(table) + "drop constraint " + quoted(key.name());
    }

    Rendered addForeignKey(Change change, String table, ForeignKey key) {
        return Rendered.of(Phase.ADD_FOREIGN_KEY, change, addForeignKey(table, key));
    }

    final String addForeignKey(String table, ForeignKey key) {
        return alter(table) + "add " + named(key.name()) + "foreign key (" + names.list(key.columns()) + ") references "
                + quoted(key.referencedTable()) + " (" + names.list(key.referencedColumns()) + ")"
                + action("on delete", key.onDelete()) + action("on update", key.onUpdate());
    }

    private static String action(String event, String action) {
        return action == null || action.equals("NO ACTION") ? "" : " " + event + " " + action.toLowerCase(Locale.ROOT);
    }

    Rendered addCheck(Change.AddCheck add) {
        return Rendered.of(Phase.ADD_CHECK, add, alter(add.table()) + "add " + check(add.check()));
    }

    List<Rendered> dropCheck(Change.DropCheck drop) {
        return List.of(Rendered.of(Phase.DROP_CHECK, drop,
                alter(drop.table()) + "drop constraint " + quoted(drop.check().name())));
    }

    final String check(Check check) {
        return named(check.name()) + "check (" + check.condition() + ")";
    }

    final String named(String constraint) {
        return constraint.isEmpty() ? "" : "constraint " + quoted(constraint) + " ";
    }

    private String createSequence(Sequence sequence) {
        return "create sequence " + quoted(sequence.name()) + " start with " + sequence.start() + " increment by "
                + sequence.increment();
    }

    private List<Rendered> create(Change.CreateTable create) {
        DatabaseTable table = create.created();
        List<String> parts = new ArrayList<>(table.columns().stream().map(this::definition).toList());
        if (!table.primaryKey().isEmpty()) {
            parts.add("primary key (" + names.list(table.primaryKey()) + ")");
        }
        table.indexes().stream().filter(this::isInlined).map(this::inlined).forEach(parts::add);
        table.checks().stream().map(this::check).forEach(parts::add);
        List<Rendered> all = new ArrayList<>();
        all.add(Rendered.of(Phase.CREATE_TABLE, create, "create table " + quoted(table.name()) + " (\n    "
                + String.join(",\n    ", parts) + "\n)" + tableOptions(table)));
        all.addAll(comments(table));
        table.indexes().stream().filter(index -> !isInlined(index))
                .map(index -> addIndex(new Change.AddIndex(table.name(), index)))
                .forEach(index -> all.add(Rendered.accompanying(index.phase(), index.sql())));
        table.foreignKeys().forEach(
                key -> all.add(Rendered.accompanying(Phase.ADD_FOREIGN_KEY, addForeignKey(table.name(), key))));
        return all;
    }

    boolean isInlined(Index index) {
        return index.unique() && Identifiers.isPlain(index.columns());
    }

    String inlined(Index index) {
        return named(index.name()) + "unique (" + names.list(index.columns()) + ")";
    }

    String tableOptions(DatabaseTable table) {
        return "";
    }

    final String quoted(String name) {
        return names.quoted(name);
    }

    final String alter(String table) {
        return "alter table " + quoted(table) + " ";
    }

    static String joined(List<String> actions) {
        return String.join(", ", actions);
    }
}
