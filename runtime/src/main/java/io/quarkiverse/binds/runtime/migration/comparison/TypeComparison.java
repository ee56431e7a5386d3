package io.quarkiverse.binds.runtime.migration.comparison;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import io.quarkiverse.binds.runtime.catalog.SchemaState;
import io.quarkiverse.binds.runtime.catalog.SchemaState.EnumType;

/** Compares the types of PostgreSQL for enums, whose values a column does not show. */
final class TypeComparison {

    private TypeComparison() {
    }

    /** @param from with the names that tables and columns have after their renames */
    static List<Change> compare(SchemaState from, SchemaState to, Options options) {
        Stream<Change> created = to.types().stream().filter(type -> find(from, type).isEmpty()).map(Change.CreateType::new);
        Stream<Change> altered = to.types().stream().flatMap(type -> find(from, type).stream()
                .filter(old -> !old.values().equals(type.values()))
                .map(old -> new Change.AlterType(old, type, uses(from, type))));
        Stream<Change> dropped = from.types().stream().filter(type -> find(to, type).isEmpty() && options.owns(type.name()))
                .map(Change.DropType::new);
        return Stream.of(created, altered, dropped).flatMap(changes -> changes).toList();
    }

    static Optional<EnumType> find(SchemaState state, EnumType type) {
        return state.types().stream().filter(other -> other.name().equals(type.name())).findFirst();
    }

    private static List<Change.Use> uses(SchemaState state, EnumType type) {
        return state.tables().stream().flatMap(table -> table.columns().stream()
                .filter(column -> column.type().equals(type.name()) || column.type().equals(type.name() + "[]"))
                .map(column -> new Change.Use(table.name(), column))).toList();
    }
}
