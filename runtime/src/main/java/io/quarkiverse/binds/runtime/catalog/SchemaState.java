package io.quarkiverse.binds.runtime.catalog;

import java.util.List;
import java.util.Optional;

import io.quarkiverse.binds.DatabaseTable;

/**
 * Tables, sequences and types of one database: as its catalog has them, as the entities need them, or as a snapshot recorded
 * them. Names and types are in the words of the catalog in all three, so that they can be compared; names of a database are
 * compared without regard to case. Immutable.
 */
public record SchemaState(List<DatabaseTable> tables, List<Sequence> sequences, List<EnumType> types) {

    public SchemaState {
        tables = List.copyOf(tables);
        sequences = List.copyOf(sequences);
        types = List.copyOf(types);
    }

    /** Without types. */
    public SchemaState(List<DatabaseTable> tables, List<Sequence> sequences) {
        this(tables, sequences, List.of());
    }

    /** A sequence, not a table that stands for one. */
    public record Sequence(String name, long start, long increment) {
    }

    /** A type of PostgreSQL for the columns of an enum. */
    public record EnumType(String name, List<String> values) {

        public EnumType {
            values = List.copyOf(values);
        }
    }

    /** The same with other tables. */
    public SchemaState withTables(List<DatabaseTable> others) {
        return new SchemaState(others, sequences, types);
    }

    /** Finds a table by its name. */
    public Optional<DatabaseTable> table(String name) {
        return tables.stream().filter(table -> table.name().equalsIgnoreCase(name)).findFirst();
    }
}
