package io.quarkiverse.binds;

import java.util.List;
import java.util.Optional;

/**
 * A table as the catalog of its database describes it. Names, types, defaults and expressions are in the words of the database.
 * Immutable.
 *
 * @param comment empty if there is none
 * @param columns in the order of the table
 * @param primaryKey names of columns in the order of the key; empty if there is none
 * @param indexes without that of the primary key, sorted by name; a unique constraint is shown by its unique index
 * @param foreignKeys sorted by name
 * @param checks sorted by name
 * @since 0.1
 */
public record DatabaseTable(String name, String comment, List<Column> columns, List<String> primaryKey, List<Index> indexes,
        List<ForeignKey> foreignKeys, List<Check> checks) {

    /** Copies the lists. */
    public DatabaseTable {
        columns = List.copyOf(columns);
        primaryKey = List.copyOf(primaryKey);
        indexes = List.copyOf(indexes);
        foreignKeys = List.copyOf(foreignKeys);
        checks = List.copyOf(checks);
    }

    /**
     * A column.
     *
     * @param type with length, precision and values, such as {@code varchar(50)}
     * @param defaultValue expression of the default; null if there is none
     * @param generatedAs expression of a generated column, followed by {@code virtual} on MySQL and MariaDB if its values are
     *        not stored; null for another column
     * @param identity whether the database numbers the rows by this column
     * @param comment empty if there is none
     * @param collation null if it is that of the table, or if the column has none
     */
    public record Column(String name, String type, boolean nullable, String defaultValue, String generatedAs, boolean identity,
            String comment, String collation) {
    }

    /**
     * An index.
     *
     * @param columns names of columns, or expressions, in the order of the index
     */
    public record Index(String name, boolean unique, List<String> columns) {

        /** Copies the columns. */
        public Index {
            columns = List.copyOf(columns);
        }
    }

    /**
     * A foreign key.
     *
     * @param columns names of columns in the order of {@code referencedColumns}
     * @param onDelete action of the SQL standard, such as {@code NO ACTION} or {@code CASCADE}
     * @param onUpdate action of the SQL standard
     */
    public record ForeignKey(String name, List<String> columns, String referencedTable, List<String> referencedColumns,
            String onDelete, String onUpdate) {

        /** Copies the lists of columns. */
        public ForeignKey {
            columns = List.copyOf(columns);
            referencedColumns = List.copyOf(referencedColumns);
        }
    }

    /**
     * A check constraint.
     *
     * @param name empty for a constraint of a mapping without a name, which the database names
     */
    public record Check(String name, String condition) {
    }

    /** Finds a column by its name. */
    public Optional<Column> column(String name) {
        return columns.stream().filter(column -> column.name().equals(name)).findFirst();
    }

    /** Finds an index by its name. */
    public Optional<Index> index(String name) {
        return indexes.stream().filter(index -> index.name().equals(name)).findFirst();
    }
}
