package io.quarkiverse.binds.runtime.migration.statement;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;

import io.quarkiverse.binds.DatabaseTable.Column;
import io.quarkiverse.binds.DatabaseTable.ForeignKey;
import io.quarkiverse.binds.DatabaseTable.Index;
import io.quarkiverse.binds.runtime.migration.comparison.Change;

/** Describes changes in a line each. */
public final class Descriptions {

    private Descriptions() {
    }

    /** Such as {@code alter column book.title varchar(50) -> varchar(100)}. */
    public static String of(Change change) {
        if (change instanceof Change.CreateTable create) {
            return "create table " + create.table();
        } else if (change instanceof Change.DropTable drop) {
            return "drop table " + drop.table();
        } else if (change instanceof Change.RenameTable rename) {
            return "rename table " + rename.from() + " -> " + rename.table();
        } else if (change instanceof Change.CommentTable comment) {
            return "comment on table " + comment.table() + ": '" + comment.after() + "'";
        } else if (change instanceof Change.ChangePrimaryKey key) {
            return "change primary key of " + key.table() + " " + columns(key.before().primaryKey()) + " -> "
                    + columns(key.after().primaryKey());
        } else if (change instanceof Change.CreateSequence create) {
            return "create sequence " + create.table();
        } else if (change instanceof Change.AlterSequence alter) {
            return "alter sequence " + alter.table() + " increment " + alter.before().increment() + " -> "
                    + alter.after().increment();
        } else if (change instanceof Change.DropSequence drop) {
            return "drop sequence " + drop.table();
        }
        return ofType(change).orElseGet(() -> ofColumn(change));
    }

    private static Optional<String> ofType(Change change) {
        if (change instanceof Change.CreateType create) {
            return Optional.of("create type " + create.table() + " " + columns(create.type().values()));
        } else if (change instanceof Change.AlterType alter) {
            return Optional.of("alter type " + alter.table() + " " + columns(alter.before().values()) + " -> "
                    + columns(alter.after().values()));
        }
        return change instanceof Change.DropType drop ? Optional.of("drop type " + drop.table()) : Optional.empty();
    }

    private static String ofColumn(Change change) {
        if (change instanceof Change.AddColumn add) {
            return "add column " + add.table() + "." + definition(add.column());
        } else if (change instanceof Change.DropColumn drop) {
            return "drop column " + drop.table() + "." + definition(drop.column());
        } else if (change instanceof Change.RenameColumn rename) {
            return "rename column " + rename.table() + "." + rename.from() + " -> " + rename.column().name();
        } else if (change instanceof Change.AlterColumn alter) {
            return "alter column " + alter.table() + "." + alter.after().name() + " "
                    + differences(alter.before(), alter.after());
        } else if (change instanceof Change.RebuildColumn rebuild) {
            return "rebuild column " + rebuild.table() + "." + definition(rebuild.after());
        }
        return ofConstraint(change);
    }

    private static String ofConstraint(Change change) {
        if (change instanceof Change.AddIndex add) {
            return "add " + index(add.table(), add.index());
        } else if (change instanceof Change.DropIndex drop) {
            return "drop " + index(drop.table(), drop.index());
        } else if (change instanceof Change.AddForeignKey add) {
            return "add " + foreignKey(add.table(), add.foreignKey());
        } else if (change instanceof Change.DropForeignKey drop) {
            return "drop " + foreignKey(drop.table(), drop.foreignKey());
        } else if (change instanceof Change.AddCheck add) {
            return "add check " + add.table() + "." + add.check().name() + " (" + add.check().condition() + ")";
        } else if (change instanceof Change.DropCheck drop) {
            return "drop check " + drop.table() + "." + drop.check().name() + " (" + drop.check().condition() + ")";
        }
        throw new IllegalArgumentException("There is no description of " + change);
    }

    private static String definition(Column column) {
        return column.name() + " " + column.type()
                + (column.generatedAs() == null ? "" : " generated as (" + column.generatedAs() + ")")
                + (column.nullable() ? "" : " not null")
                + (column.defaultValue() == null ? "" : " default " + column.defaultValue());
    }

    private static String differences(Column before, Column after) {
        List<String> differences = new ArrayList<>();
        if (!before.type().equalsIgnoreCase(after.type())) {
            differences.add(before.type() + " -> " + after.type());
        }
        if (before.nullable() != after.nullable()) {
            differences.add(after.nullable() ? "not null -> null" : "null -> not null");
        }
        add(differences, "default", before.defaultValue(), after.defaultValue());
        add(differences, "generated as", before.generatedAs(), after.generatedAs());
        add(differences, "collation", before.collation(), after.collation());
        add(differences, "comment", "'" + before.comment() + "'", "'" + after.comment() + "'");
        if (before.identity() != after.identity()) {
            differences.add(after.identity() ? "numbered by the database" : "not numbered by the database");
        }
        return String.join(", ", differences);
    }

    private static void add(List<String> differences, String what, String before, String after) {
        if (!Objects.equals(before, after)) {
            differences.add(what + " " + (before == null ? "none" : before) + " -> " + (after == null ? "none" : after));
        }
    }

    private static String index(String table, Index index) {
        return (index.unique() ? "unique index " : "index ") + table + "." + index.name() + " " + columns(index.columns());
    }

    private static String foreignKey(String table, ForeignKey key) {
        return "foreign key " + table + "." + key.name() + " " + columns(key.columns()) + " -> " + key.referencedTable() + " "
                + columns(key.referencedColumns()) + action(" on delete ", key.onDelete())
                + action(" on update ", key.onUpdate());
    }

    private static String action(String event, String action) {
        return action == null || action.equals("NO ACTION") ? "" : event + action.toLowerCase(Locale.ROOT);
    }

    private static String columns(List<String> names) {
        return "(" + String.join(", ", names) + ")";
    }
}
