package io.quarkiverse.binds.runtime.catalog;

/**
 * The queries for the tables of the current database or schema. Each gives the table's name first, and its rows by table and
 * then in the order that the result has.
 *
 * @param tables comment
 * @param columns name, type, nullable, default, generation expression, identity, comment
 * @param primaryKeys column
 * @param indexes name, unique, column; without those of primary keys
 * @param foreignKeys name, column, referenced table, referenced column, action on delete, action on update
 * @param checks name, condition
 */
record CatalogQueries(String tables, String columns, String primaryKeys, String indexes, String foreignKeys, String checks) {
}
