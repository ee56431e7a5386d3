package io.quarkiverse.binds.runtime.migration.statement;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

import io.quarkiverse.binds.DatabaseTable.Column;
import io.quarkiverse.binds.DatabaseTable.ForeignKey;
import io.quarkiverse.binds.DatabaseTable.Index;
import io.quarkiverse.binds.runtime.migration.comparison.Change;

/**
 * Finds what may make a change fail, or what it deletes, depending on the rows.
 *
 * @param earlier names in the state in which the queries are executed
 */
record Risks(Identifiers names, EarlierNames earlier) {

    List<Risk> of(Change change) {
        Optional<String> table = earlier.table(change.table());
        if (table.isEmpty()) {
            return List.of();
        }
        String from = "select count(*) from " + names.quoted(table.get());
        if (change instanceof Change.DropTable drop) {
            return List.of(new Risk("rows of " + drop.table() + " that are deleted", from));
        } else if (change instanceof Change.DropColumn drop && drop.column().generatedAs() == null) {
            return List.of(new Risk("values of " + drop.table() + "." + drop.column().name() + " that are deleted",
                    from + " where " + column(drop.table(), drop.column().name()) + " is not null"));
        } else if (change instanceof Change.AddColumn add) {
            return ofAdded(add, from);
        } else if (change instanceof Change.AlterColumn alter) {
            return ofAltered(alter, from);
        } else if (change instanceof Change.ChangePrimaryKey key) {
            return ofPrimaryKey(key, table.get(), from);
        } else if (change instanceof Change.AddIndex add && add.index().unique()) {
            return ofUnique(add, table.get());
        } else if (change instanceof Change.AddForeignKey add) {
            return ofForeignKey(add, table.get());
        } else if (change instanceof Change.AddCheck add) {
            return earlier.expression(add.table(), add.check().condition())
                    .map(condition -> List.of(new Risk("rows of " + add.table() + " that violate the check "
                            + add.check().name() + ": the statement fails", from + " where not (" + condition + ")")))
                    .orElse(List.of());
        }
        return List.of();
    }

    private String column(String table, String name) {
        return names.quoted(earlier.column(table, name).orElse(name));
    }

    private List<Risk> ofAdded(Change.AddColumn add, String from) {
        Column column = add.column();
        if (column.nullable() || column.defaultValue() != null || column.identity() || column.generatedAs() != null) {
            return List.of();
        }
        return List.of(new Risk("rows of " + add.table() + " that have no value for the new NOT NULL column " + column.name()
                + (names.kind().isMySqlLike() ? ": they get the empty text, zero or the first value, or the statement fails"
                        : ": the statement fails")
                + "; give it a default, or add it nullable and fill it first", from));
    }

    private List<Risk> ofAltered(Change.AlterColumn alter, String from) {
        Column before = alter.before();
        Column after = alter.after();
        String column = column(alter.table(), after.name());
        String name = alter.table() + "." + after.name();
        List<Risk> risks = new ArrayList<>();
        if (before.nullable() && !after.nullable()) {
            risks.add(new Risk("rows of " + alter.table() + " whose " + after.name()
                    + " is null, which becomes NOT NULL: the statement fails; fill it first",
                    from + " where " + column + " is null"));
        }
        TypeChange type = TypeChange.of(names.kind(), before.type(), after.type());
        if (!type.keepsAllValues()) {
            String condition = new TypeRisk(names.kind(), type).condition(column);
            risks.add(new Risk(condition == null ? "values of " + name + " that are converted to " + after.type()
                    : "values of " + name + " that do not fit into " + after.type() + ": the statement fails or cuts them",
                    from + " where " + (condition == null ? column + " is not null" : condition)));
        }
        return risks;
    }

    private List<Risk> ofPrimaryKey(Change.ChangePrimaryKey key, String table, String from) {
        List<String> columns = key.after().primaryKey();
        Optional<List<String>> old = earlier.columns(key.table(), columns);
        if (columns.isEmpty() || old.isEmpty()) {
            return List.of();
        }
        List<Risk> risks = new ArrayList<>();
        risks.add(duplicates(key.table(), table, old.get(), "the primary key"));
        String nulls = old.get().stream().map(name -> names.quoted(name) + " is null").collect(Collectors.joining(" or "));
        risks.add(new Risk("rows of " + key.table() + " without a value in the primary key: the statement fails",
                from + " where " + nulls));
        return risks;
    }

    private List<Risk> ofUnique(Change.AddIndex add, String table) {
        Index index = add.index();
        Optional<List<String>> columns = earlier.columns(add.table(), index.columns());
        return Identifiers.isPlain(index.columns()) && columns.isPresent()
                ? List.of(duplicates(add.table(), table, columns.get(), index.name()))
                : List.of();
    }

    private Risk duplicates(String name, String table, List<String> columns, String index) {
        String list = names.list(columns);
        String noNulls = columns.stream().map(column -> names.quoted(column) + " is not null")
                .collect(Collectors.joining(" and "));
        return new Risk("values of " + name + " that occur more than once but are unique in " + index + ": the statement fails",
                "select count(*) from (select " + list + " from " + names.quoted(table) + " where " + noNulls + " group by "
                        + list
                        + " having count(*) > 1) duplicates");
    }

    private List<Risk> ofForeignKey(Change.AddForeignKey add, String table) {
        ForeignKey key = add.foreignKey();
        Optional<List<String>> columns = earlier.columns(add.table(), key.columns());
        if (columns.isEmpty()) {
            return List.of();
        }
        String noNulls = columns.get().stream().map(column -> "child." + names.quoted(column) + " is not null")
                .collect(Collectors.joining(" and "));
        Optional<String> parent = earlier.table(key.referencedTable());
        Optional<List<String>> referenced = earlier.columns(key.referencedTable(), key.referencedColumns());
        String without = "";
        if (parent.isPresent() && referenced.isPresent()) {
            List<String> pairs = new ArrayList<>();
            for (int i = 0; i < columns.get().size(); i++) {
                pairs.add("parent." + names.quoted(referenced.get().get(i)) + " = child." + names.quoted(columns.get().get(i)));
            }
            without = " and not exists (select 1 from " + names.quoted(parent.get()) + " parent where "
                    + String.join(" and ", pairs) + ")";
        }
        return List.of(new Risk("rows of " + add.table() + " without a row of " + key.referencedTable()
                + ", to which the foreign key " + key.name() + " refers: the statement fails",
                "select count(*) from " + names.quoted(table) + " child where " + noNulls + without));
    }
}
