package io.quarkiverse.binds.runtime.catalog;

/**
 * The queries for the tables of the current database or schema. Each gives the table's name first, and its rows by table and
 * then in the order that the result has.
 *
 * @param tables comment, collation
 * @param columns name, type, nullable, default, generation expression, identity, comment, collation, and what only this kind of
 *        database has; those of views are left out later
 * @param primaryKeys column
 * @param indexes name, unique, column with its direction unless it is ascending; without those of primary keys
 * @param foreignKeys name, column, referenced table, referenced column, action on delete, action on update
 * @param checks name, condition
 * @param sequences of the name only if start and increment have to be read from each sequence; else name, start and increment;
 *        null if there are no sequences
 * @param types value of an enum, with the type's name in place of the table's; null if there are no named types
 * @param words of the catalog, as SQL
 */
record CatalogQueries(String tables, String columns, String primaryKeys, String indexes, String foreignKeys, String checks,
        String sequences, String types, CatalogWords words) {
}
