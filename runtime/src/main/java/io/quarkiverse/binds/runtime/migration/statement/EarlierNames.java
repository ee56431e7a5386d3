package io.quarkiverse.binds.runtime.migration.statement;

import java.util.List;
import java.util.Optional;

import io.quarkiverse.binds.runtime.migration.comparison.Change;
import io.quarkiverse.binds.runtime.migration.comparison.SqlType;
import io.quarkiverse.binds.runtime.migration.comparison.SqlWords;

/**
 * Names that tables and columns have before a migration, since the rows at risk are counted then.
 *
 * @param changes of the migration
 */
record EarlierNames(List<Change> changes) {

    /** Empty if the migration creates the table. */
    Optional<String> table(String name) {
        for (Change change : changes) {
            if (change instanceof Change.RenameTable rename && rename.table().equalsIgnoreCase(name)) {
                return Optional.of(rename.from());
            } else if (change instanceof Change.CreateTable create && create.table().equalsIgnoreCase(name)) {
                return Optional.empty();
            }
        }
        return Optional.of(name);
    }

    /** Empty if the migration adds the column. */
    Optional<String> column(String table, String name) {
        for (Change change : changes) {
            if (change instanceof Change.RenameColumn rename && rename.table().equalsIgnoreCase(table)
                    && rename.column().name().equalsIgnoreCase(name)) {
                return Optional.of(rename.from());
            } else if (change instanceof Change.AddColumn add && add.table().equalsIgnoreCase(table)
                    && add.column().name().equalsIgnoreCase(name)) {
                return Optional.empty();
            }
        }
        return Optional.of(name);
    }

    /** Empty if the migration adds one of the columns. */
    Optional<List<String>> columns(String table, List<String> names) {
        List<String> earlier = names.stream().flatMap(name -> column(table, name).stream()).toList();
        return earlier.size() == names.size() ? Optional.of(earlier) : Optional.empty();
    }

    /** Empty if an expression uses a column that the migration adds or makes again, or whose old type it may not suit. */
    Optional<String> expression(String table, String expression) {
        String earlier = expression;
        for (Change change : changes.stream().filter(one -> one.table().equalsIgnoreCase(table)).toList()) {
            boolean isNew = change instanceof Change.AddColumn add && SqlWords.mentions(expression, add.column().name())
                    || change instanceof Change.RebuildColumn rebuild
                            && SqlWords.mentions(expression, rebuild.after().name())
                    || change instanceof Change.AlterColumn alter && SqlWords.mentions(expression, alter.after().name())
                            && TypeChange.family(SqlType.of(alter.before().type())) != TypeChange
                                    .family(SqlType.of(alter.after().type()));
            if (isNew) {
                return Optional.empty();
            } else if (change instanceof Change.RenameColumn rename) {
                earlier = SqlWords.renamed(earlier, rename.column().name(), rename.from());
            }
        }
        return Optional.of(earlier);
    }
}
