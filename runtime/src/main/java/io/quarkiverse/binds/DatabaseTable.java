package io.quarkiverse.binds;

import java.util.List;
import java.util.Optional;

/**
 * A table as the catalog of its database describes it. Names, types, defaults and expressions are in the words of the database.
 * Immutable.
 *
 * @param name the name, without its schema
 * @param comment empty if there is none
 * @param columns in the order of the table
 * @param primaryKey names of columns in the order of the key; empty if there is none
 * @param indexes without that of the primary key, sorted by name; a unique constraint is shown by its unique index
 * @param foreignKeys sorted by name
 * @param checks the check constraints, sorted by name
 * @since 0.1
 */
public record DatabaseTable(String name, String comment, List<Column> columns, List<String> primaryKey, List<Index> indexes,
        List<ForeignKey> foreignKeys, List<Check> checks) {

    /**
     * Copies the lists.
     *
     * @param name the name of the table
     * @param comment the comment, or an empty text
     * @param columns none is null
     * @param primaryKey the names of its columns, or an empty list
     * @param indexes none is null
     * @param foreignKeys none is null
     * @param checks none is null
     */
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
     * @param name the name
     * @param type with length, precision and values, such as {@code varchar(50)}
     * @param nullable whether a value can be null
     * @param defaultValue expression of the default; null if there is none
     * @param generatedAs expression of a generated column, followed by {@code virtual} on MySQL and MariaDB if its values are
     *        not stored; null for another column
     * @param identity whether the database numbers the rows by this column
     * @param comment empty if there is none
     * @param collation null if it is that of the table, or if the column has none
     * @since 0.1
     */
    public record Column(String name, String type, boolean nullable, String defaultValue, String generatedAs, boolean identity,
            String comment, String collation) {
    }

    /**
     * An index.
     *
     * @param name the name
     * @param unique whether two rows cannot have the same values
     * @param columns names of columns, or expressions, in the order of the index
     * @since 0.1
     */
    public record Index(String name, boolean unique, List<String> columns) {

        /**
         * Copies the columns.
         *
         * @param name the name of the index
         * @param unique whether it is a unique index
         * @param columns none is null
         */
        public Index {
            columns = List.copyOf(columns);
        }
    }

    /**
     * A foreign key.
     *
     * @param name the name of the constraint
     * @param columns names of columns in the order of {@code referencedColumns}
     * @param referencedTable name of the table that it refers to
     * @param referencedColumns names of columns of that table
     * @param onDelete action of the SQL standard, such as {@code NO ACTION} or {@code CASCADE}
     * @param onUpdate action of the SQL standard
     * @since 0.1
     */
    public record ForeignKey(String name, List<String> columns, String referencedTable, List<String> referencedColumns,
            String onDelete, String onUpdate) {

        /**
         * Copies the lists of columns.
         *
         * @param name the name of the constraint
         * @param columns none is null
         * @param referencedTable the name of the other table
         * @param referencedColumns as many as {@code columns}
         * @param onDelete the action for a deleted row of the other table
         * @param onUpdate the action for a changed key of the other table
         */
        public ForeignKey {
            columns = List.copyOf(columns);
            referencedColumns = List.copyOf(referencedColumns);
        }
    }

    /**
     * A check constraint.
     *
     * @param name empty for a constraint of a mapping without a name, which the database names
     * @param condition expression that is not false for any row
     * @since 0.1
     */
    public record Check(String name, String condition) {
    }

    /**
     * Finds a column by its name.
     *
     * @param name the name as the catalog spells it
     * @return the column; empty if there is none
     */
    public Optional<Column> column(String name) {
        return columns.stream().filter(column -> column.name().equals(name)).findFirst();
    }

    /**
     * Finds an index by its name.
     *
     * @param name the name as the catalog spells it
     * @return the index; empty if there is none
     */
    public Optional<Index> index(String name) {
        return indexes.stream().filter(index -> index.name().equals(name)).findFirst();
    }
}
