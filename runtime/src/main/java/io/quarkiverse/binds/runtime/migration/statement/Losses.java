package io.quarkiverse.binds.runtime.migration.statement;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import io.quarkiverse.binds.DatabaseTable.Column;
import io.quarkiverse.binds.runtime.catalog.CatalogKind;
import io.quarkiverse.binds.runtime.migration.comparison.Change;

/** Tells what a change deletes. */
record Losses(CatalogKind kind) {

    /** The reason why a change loses data; empty if it does not. */
    Optional<String> of(Change change) {
        if (change instanceof Change.DropTable drop) {
            return Optional.of("deletes all rows of " + drop.table());
        } else if (change instanceof Change.DropColumn drop) {
            return drop.column().generatedAs() != null ? Optional.empty()
                    : Optional.of("deletes all values of " + drop.table() + "." + drop.column().name());
        } else if (change instanceof Change.DropSequence drop) {
            return Optional.of("deletes the number that " + drop.table() + " has reached");
        } else if (change instanceof Change.RebuildColumn rebuild) {
            return rebuild.before().generatedAs() != null ? Optional.empty()
                    : Optional.of("replaces all values of " + rebuild.table() + "." + rebuild.after().name()
                            + " by generated ones");
        } else if (change instanceof Change.AlterType alter) {
            List<String> removed = new ArrayList<>(alter.before().values());
            removed.removeAll(alter.after().values());
            return removed.isEmpty() ? Optional.empty()
                    : Optional.of("removes " + String.join(", ", removed) + " from the type " + alter.table());
        } else if (change instanceof Change.AlterColumn alter) {
            return of(alter);
        }
        return Optional.empty();
    }

    private Optional<String> of(Change.AlterColumn alter) {
        Column before = alter.before();
        Column after = alter.after();
        String column = alter.table() + "." + after.name();
        TypeChange type = TypeChange.of(kind, before.type(), after.type());
        if (type.keepsAllValues()) {
            return kind.isMySqlLike() && isCharacterSetNarrowed(before, after)
                    ? Optional.of("the character set of " + column + " does not have all characters of the one before")
                    : Optional.empty();
        }
        if (type.from() == TypeChange.Family.ENUM && type.to() == TypeChange.Family.ENUM) {
            return Optional.of("removes " + String.join(", ", type.removedValues()) + " from " + column);
        }
        return Optional.of("not every value of " + column + " of type " + before.type() + " fits into " + after.type());
    }

    private static boolean isCharacterSetNarrowed(Column before, Column after) {
        String old = characterSet(before);
        String now = characterSet(after);
        return !now.isEmpty() && !now.equals(old) && !now.equals("utf8mb4");
    }

    /** Of MySQL and MariaDB, whose collations begin with it. */
    private static String characterSet(Column column) {
        return column.collation() == null || !column.collation().contains("_") ? "" : column.collation().split("_")[0];
    }
}
