package io.quarkiverse.binds.runtime.migration.comparison;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.function.Predicate;

import io.quarkiverse.binds.DatabaseTable;
import io.quarkiverse.binds.DatabaseTable.Check;
import io.quarkiverse.binds.DatabaseTable.Index;

/**
 * Gives names to the checks and unique indexes of a mapping that have none: the name that the same has in the other state, or
 * else the one that the server would give.
 */
final class ServerNames {

    private final DatabaseTable table;
    private final DatabaseTable other;
    private final boolean isAfter;
    private final Options options;

    private ServerNames(DatabaseTable table, DatabaseTable other, boolean isAfter, Options options) {
        this.table = table;
        this.other = other;
        this.isAfter = isAfter;
        this.options = options;
    }

    /**
     * @param other the table in the other state; null if it has none
     * @param isAfter whether the table is of the second state
     */
    static DatabaseTable completed(DatabaseTable table, DatabaseTable other, boolean isAfter, Options options) {
        ServerNames names = new ServerNames(table, other, isAfter, options);
        return new DatabaseTable(table.name(), table.comment(), table.columns(), table.primaryKey(), names.indexes(),
                table.foreignKeys(), names.checks());
    }

    private List<Check> checks() {
        List<Check> others = other == null ? List.of() : other.checks();
        List<String> names = named(table.checks(), others, Check::name, check -> one -> isAfter
                ? options.same(table, one.condition(), check.condition())
                : options.same(table, check.condition(), one.condition()),
                check -> number -> Names.ofCheck(options.kind(), table, check.condition(), number));
        List<Check> checks = new ArrayList<>();
        for (Check check : table.checks()) {
            checks.add(new Check(names.get(checks.size()), check.condition()));
        }
        return checks;
    }

    private List<Index> indexes() {
        List<Index> others = other == null ? List.of() : other.indexes();
        List<String> names = named(table.indexes(), others, Index::name,
                index -> one -> one.unique() == index.unique() && Names.same(one.columns(), index.columns()),
                index -> number -> Names.ofUniqueIndex(options.kind(), table.name(), index));
        List<Index> indexes = new ArrayList<>();
        for (Index index : table.indexes()) {
            indexes.add(new Index(names.get(indexes.size()), index.unique(), index.columns()));
        }
        return indexes;
    }

    /**
     * Names of what remains come first. The name of what is dropped may be given again, as the server would: what is dropped is
     * dropped before anything is added.
     *
     * @param isSame whether one without a name and another are the same
     * @param given the server's name for the n-th without a name
     */
    private static <T> List<String> named(List<T> all, List<T> others, Function<T, String> nameOf,
            Function<T, Predicate<T>> isSame, Function<T, IntFunction<String>> given) {
        Set<String> taken = new HashSet<>();
        all.forEach(one -> taken.add(Options.lower(nameOf.apply(one))));
        List<String> names = new ArrayList<>();
        for (T one : all) {
            String name = nameOf.apply(one);
            if (name.isEmpty()) {
                name = others.stream().filter(isSame.apply(one)).map(nameOf)
                        .filter(other -> !other.isEmpty() && !taken.contains(Options.lower(other))).findFirst().orElse("");
                taken.add(Options.lower(name));
            }
            names.add(name);
        }
        int number = 0;
        for (int i = 0; i < all.size(); i++) {
            number += nameOf.apply(all.get(i)).isEmpty() ? 1 : 0;
            if (names.get(i).isEmpty()) {
                names.set(i, free(given.apply(all.get(i)).apply(number), taken));
                taken.add(Options.lower(names.get(i)));
            }
        }
        return names;
    }

    private static String free(String name, Set<String> taken) {
        String free = name;
        for (int i = 1; taken.contains(Options.lower(free)); i++) {
            free = name + i;
        }
        return free;
    }
}
