package io.quarkiverse.binds.runtime.migration.statement;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

import io.quarkiverse.binds.DatabaseTable;
import io.quarkiverse.binds.DatabaseTable.Check;
import io.quarkiverse.binds.DatabaseTable.ForeignKey;
import io.quarkiverse.binds.DatabaseTable.Index;
import io.quarkiverse.binds.runtime.migration.comparison.Change;
import io.quarkiverse.binds.runtime.migration.comparison.SqlWords;

/** Statements that drop tables: each before those to which it refers. Used by one thread, for one migration. */
final class DroppedTables {

    private final Renderer renderer;
    /** Names of new constraints and indexes. */
    private final Set<String> added = new HashSet<>();
    /** Foreign keys that are dropped otherwise. */
    private final Set<String> dropped = new HashSet<>();

    DroppedTables(Renderer renderer, List<Change> changes) {
        this.renderer = renderer;
        for (Change change : changes) {
            if (change instanceof Change.CreateTable create) {
                create.created().indexes().forEach(index -> add(index.name()));
                create.created().foreignKeys().forEach(key -> add(key.name()));
                create.created().checks().forEach(check -> add(check.name()));
            } else if (change instanceof Change.DropForeignKey drop) {
                dropped.add(drop.table() + "." + drop.foreignKey().name());
            } else if (change instanceof Change.AddIndex add) {
                add(add.index().name());
            } else if (change instanceof Change.AddForeignKey add) {
                add(add.foreignKey().name());
            } else if (change instanceof Change.AddCheck add) {
                add(add.check().name());
            }
        }
    }

    private void add(String name) {
        added.add(name.toLowerCase(Locale.ROOT));
    }

    private boolean isTaken(String name) {
        return !name.isEmpty() && added.contains(name.toLowerCase(Locale.ROOT));
    }

    List<Rendered> render(List<Change.DropTable> drops) {
        List<Rendered> all = new ArrayList<>();
        drops.forEach(drop -> all.addAll(freeNames(drop.dropped())));
        List<Change.DropTable> left = new ArrayList<>(drops);
        while (!left.isEmpty()) {
            Change.DropTable next = left.stream().filter(drop -> left.stream().noneMatch(
                    other -> other != drop && refers(other.dropped(), drop.table()))).findFirst().orElse(null);
            if (next == null) {
                // a circle of foreign keys
                next = left.get(0);
                for (Change.DropTable other : left) {
                    if (other != next) {
                        dropForeignKeys(other, next.table(), all);
                    }
                }
            }
            left.remove(next);
            all.addAll(renderer.render(next, List.of()));
        }
        return all;
    }

    private static boolean refers(DatabaseTable table, String name) {
        return table.foreignKeys().stream().anyMatch(key -> key.referencedTable().equalsIgnoreCase(name));
    }

    private void dropForeignKeys(Change.DropTable drop, String referenced, List<Rendered> all) {
        drop.dropped().foreignKeys().stream().filter(key -> key.referencedTable().equalsIgnoreCase(referenced))
                .filter(key -> !dropped.contains(drop.table() + "." + key.name()))
                .forEach(key -> all.add(new Rendered(Phase.DROP_TABLE, renderer.dropForeignKey(drop.table(), key), List.of(),
                        List.of(drop))));
    }

    /** MySQL and MariaDB have names of indexes by table. */
    private boolean isFreed(Index index) {
        return isTaken(index.name()) && !renderer.names.kind().isMySqlLike();
    }

    /** Names of constraints and indexes that something new shall have. */
    private List<Rendered> freeNames(DatabaseTable table) {
        List<Change> changes = new ArrayList<>();
        for (ForeignKey key : table.foreignKeys()) {
            boolean isInTheWay = isTaken(key.name()) || table.indexes().stream()
                    .anyMatch(index -> isFreed(index) && SqlWords.mentions(index.columns().get(0), key.columns().get(0)));
            if (isInTheWay && !dropped.contains(table.name() + "." + key.name())) {
                dropped.add(table.name() + "." + key.name());
                changes.add(new Change.DropForeignKey(table.name(), key));
            }
        }
        for (Check check : table.checks()) {
            if (isTaken(check.name())) {
                changes.add(new Change.DropCheck(table.name(), check, null));
            }
        }
        for (Index index : table.indexes()) {
            if (isFreed(index)) {
                changes.add(new Change.DropIndex(table.name(), index));
            }
        }
        return changes.stream().flatMap(change -> renderer.render(change, List.of()).stream()).toList();
    }
}
