package io.quarkiverse.binds.runtime.migration.comparison;

import java.util.List;
import java.util.Optional;

import io.quarkiverse.binds.DatabaseTable;
import io.quarkiverse.binds.DatabaseTable.Column;

/** Finds what is dropped and added but may be meant as a rename. */
public final class RenameHints {

    private RenameHints() {
    }

    /** A text for a change that adds what one of the others drops. */
    public static Optional<String> of(Change change, List<Change> all) {
        if (change instanceof Change.AddColumn add) {
            return all.stream().filter(Change.DropColumn.class::isInstance).map(Change.DropColumn.class::cast)
                    .filter(drop -> drop.table().equalsIgnoreCase(add.table()) && isAlike(drop.column(), add.column()))
                    .map(drop -> hint(drop.column().name())).findFirst();
        }
        if (change instanceof Change.CreateTable create) {
            return all.stream().filter(Change.DropTable.class::isInstance).map(Change.DropTable.class::cast)
                    .filter(drop -> isAlike(drop.dropped(), create.created())).map(drop -> hint(drop.table())).findFirst();
        }
        return Optional.empty();
    }

    private static boolean isAlike(Column dropped, Column added) {
        return SqlType.same(dropped.type(), added.type()) && (dropped.generatedAs() == null) == (added.generatedAs() == null);
    }

    private static boolean isAlike(DatabaseTable dropped, DatabaseTable added) {
        return dropped.columns().size() == added.columns().size() && dropped.columns().stream().allMatch(column -> {
            Column other = Names.column(added, column.name());
            return other != null && isAlike(column, other);
        });
    }

    private static String hint(String old) {
        return "rename? annotate with @RenamedFrom(\"" + old + "\")";
    }
}
