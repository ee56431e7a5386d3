package io.quarkiverse.binds.runtime.migration.comparison;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.quarkiverse.binds.DatabaseTable;
import io.quarkiverse.binds.runtime.catalog.CatalogKind;
import io.quarkiverse.binds.runtime.catalog.Rename;
import io.quarkiverse.binds.runtime.catalog.SchemaState;

/**
 * How two states are compared. Immutable.
 *
 * @param owned names, in lower case, of tables, sequences and types that are dropped if the second state lacks them
 * @param known what the snapshot has; an index that it has not, and a foreign key needs, is the server's
 * @param fromModel whether the first state, not the second, has the expressions of the entities
 */
public record Options(CatalogKind kind, List<Rename> renames, Expressions expressions, Set<String> owned, SchemaState known,
        boolean fromModel) {

    public Options {
        renames = List.copyOf(renames);
        owned = Set.copyOf(owned);
    }

    /** Nothing is renamed, nothing is owned, nothing is known. */
    public static Options of(CatalogKind kind) {
        return new Options(kind, List.of(), ServerExpressions.textual(kind), Set.of(), new SchemaState(List.of(), List.of()),
                false);
    }

    public Options withRenames(List<Rename> renames) {
        return new Options(kind, renames, expressions, owned, known, fromModel);
    }

    public Options withExpressions(Expressions expressions) {
        return new Options(kind, renames, expressions, owned, known, fromModel);
    }

    /** Tables, sequences and types of the snapshot are owned. */
    public Options withSnapshot(SchemaState snapshot) {
        return new Options(kind, renames, expressions, namesOf(snapshot), snapshot, fromModel);
    }

    Options withKnown(SchemaState known) {
        return new Options(kind, renames, expressions, owned, known, fromModel);
    }

    public Options withOwned(Set<String> names) {
        return new Options(kind, renames, expressions, names.stream().map(Options::lower).collect(Collectors.toSet()), known,
                fromModel);
    }

    /** For the way back from a state, all of which may be dropped. */
    Options back(SchemaState from) {
        List<Rename> back = renames.stream().map(this::back).toList();
        return new Options(kind, back, expressions, namesOf(from), known, !fromModel);
    }

    private Rename back(Rename rename) {
        if (rename.column() == null) {
            return new Rename(rename.from(), null, rename.table());
        }
        String table = renames.stream()
                .filter(other -> other.column() == null && other.table().equalsIgnoreCase(rename.table()))
                .map(Rename::from).findFirst().orElse(rename.table());
        return new Rename(table, rename.from(), rename.column());
    }

    boolean owns(String name) {
        return owned.contains(lower(name));
    }

    /** Whether an index was in the model before. */
    boolean knows(String table, String index) {
        return known.table(table).stream().flatMap(one -> one.indexes().stream())
                .anyMatch(one -> one.name().equalsIgnoreCase(index));
    }

    /** @param before null if there is no expression, as is {@code after} */
    boolean same(DatabaseTable table, String before, String after) {
        return Objects.equals(before, after)
                || (fromModel ? expressions.same(table, before, after) : expressions.same(table, after, before));
    }

    private static Set<String> namesOf(SchemaState state) {
        return Stream.of(state.tables().stream().map(DatabaseTable::name),
                state.sequences().stream().map(SchemaState.Sequence::name),
                state.types().stream().map(SchemaState.EnumType::name)).flatMap(names -> names).map(Options::lower)
                .collect(Collectors.toSet());
    }

    static String lower(String name) {
        return name.toLowerCase(Locale.ROOT);
    }
}
