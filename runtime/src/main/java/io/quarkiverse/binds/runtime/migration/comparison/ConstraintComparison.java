package io.quarkiverse.binds.runtime.migration.comparison;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiPredicate;
import java.util.function.Function;

import io.quarkiverse.binds.DatabaseTable;
import io.quarkiverse.binds.DatabaseTable.Check;
import io.quarkiverse.binds.DatabaseTable.Column;
import io.quarkiverse.binds.DatabaseTable.ForeignKey;
import io.quarkiverse.binds.DatabaseTable.Index;
import io.quarkiverse.binds.runtime.catalog.CatalogKind;

/** Compares indexes, foreign keys and checks of a table. Used by one thread, for one comparison. */
final class ConstraintComparison {

    /** Elements of both states: what remains, what is dropped, what is added. */
    record Differences<T>(List<T> remaining, List<T> dropped, List<T> added) {
    }

    private final DatabaseTable before;
    private final DatabaseTable after;
    private final Options options;
    private final AppliedRenames renames;
    private final ColumnComparison columns;

    ConstraintComparison(TablePair pair, ColumnComparison columns, Options options, AppliedRenames renames) {
        this.before = pair.before();
        this.after = pair.after();
        this.columns = columns;
        this.options = options;
        this.renames = renames;
    }

    /** Without those that have to be made again because of a column. */
    Differences<Index> indexes() {
        Differences<Index> all = differences(before.indexes(), after.indexes(), Index::name,
                (old, index) -> old.unique() == index.unique() && Names.same(old.columns(), index.columns()),
                (old, index) -> index.unique() && (Names.isServers(options.kind(), after.name(), index)
                        || Names.isServers(options.kind(), after.name(), old)));
        List<Index> again = all.remaining().stream().filter(index -> index.columns().stream()
                .anyMatch(part -> columns.rebuilt().stream().anyMatch(column -> SqlWords.mentions(part, column)))).toList();
        return again(all, again);
    }

    Differences<ForeignKey> foreignKeys() {
        return differences(before.foreignKeys(), after.foreignKeys(), ForeignKey::name, this::isSame,
                (old, key) -> Names.isServersForeignKey(options.kind(), after.name(), old.name())
                        || Names.isServersForeignKey(options.kind(), after.name(), key.name()));
    }

    private boolean isSame(ForeignKey old, ForeignKey key) {
        return Names.same(old.columns(), key.columns()) && old.referencedTable().equalsIgnoreCase(key.referencedTable())
                && Names.same(old.referencedColumns(), key.referencedColumns())
                && action(old.onDelete()).equals(action(key.onDelete()))
                && action(old.onUpdate()).equals(action(key.onUpdate()));
    }

    /** Only PostgreSQL tells one from the other; the rest reports either for none. */
    private String action(String action) {
        return options.kind() != CatalogKind.POSTGRESQL && action.equals("RESTRICT") ? "NO ACTION" : action;
    }

    List<Change> checks() {
        Differences<Check> all = differences(before.checks(), after.checks(), Check::name,
                (old, check) -> options.same(after, old.condition(), check.condition()),
                (old, check) -> Names.isServersCheck(options.kind(), after.name(), old)
                        && Names.isServersCheck(options.kind(), after.name(), check));
        List<Check> again = all.remaining().stream().filter(this::isMadeAgain).toList();
        all = again(all, again);
        List<Change> changes = new ArrayList<>();
        all.dropped().forEach(check -> changes.add(new Change.DropCheck(after.name(), check, definitionWith(check))));
        all.added().forEach(check -> changes.add(new Change.AddCheck(after.name(), check)));
        return changes;
    }

    private Column definitionWith(Check check) {
        return options.kind() == CatalogKind.MARIADB ? Names.column(before, check.name()) : null;
    }

    private boolean isMadeAgain(Check check) {
        boolean ofAltered = columns.touched().stream().anyMatch(column -> SqlWords.mentions(check.condition(), column));
        return switch (options.kind()) {
            case MYSQL -> ofAltered || after.columns().stream()
                    .anyMatch(column -> renames.isRenamed(after.name(), column.name())
                            && SqlWords.mentions(check.condition(), column.name()));
            // a new definition of a column would be one without its check
            case MARIADB -> ofAltered || columns.altered().contains(Options.lower(check.name()));
            case POSTGRESQL, H2 -> ofAltered;
        };
    }

    private static <T> Differences<T> again(Differences<T> all, List<T> again) {
        List<T> remaining = new ArrayList<>(all.remaining());
        remaining.removeAll(again);
        List<T> dropped = new ArrayList<>(all.dropped());
        dropped.addAll(again);
        List<T> added = new ArrayList<>(all.added());
        added.addAll(again);
        return new Differences<>(remaining, dropped, added);
    }

    /**
     * @param same whether two have the same content
     * @param anyName whether two of the same content are the same under different names
     */
    private static <T> Differences<T> differences(List<T> before, List<T> after, Function<T, String> name,
            BiPredicate<T, T> same, BiPredicate<T, T> anyName) {
        List<T> dropped = new ArrayList<>(before);
        List<T> added = new ArrayList<>(after);
        List<T> remaining = new ArrayList<>();
        BiPredicate<T, T> byName = (old, one) -> name.apply(old).equalsIgnoreCase(name.apply(one)) && same.test(old, one);
        for (BiPredicate<T, T> matches : List.of(byName, same.and(anyName))) {
            for (T one : List.copyOf(added)) {
                T old = dropped.stream().filter(other -> matches.test(other, one)).findFirst().orElse(null);
                if (old != null) {
                    dropped.remove(old);
                    added.remove(one);
                    remaining.add(old);
                }
            }
        }
        return new Differences<>(remaining, dropped, added);
    }
}
