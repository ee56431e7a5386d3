/**
 * Reads the catalog of a database.
 * <p>
 * In: a connection. Out: the tables with all that belongs to them, the sequences and the types, by at most eight queries for
 * any number of tables, in words that are valid SQL. Entry: {@link io.quarkiverse.binds.runtime.catalog.CatalogReader}; each
 * kind of database has its {@code CatalogQueries} and {@code CatalogWords}.
 * {@link io.quarkiverse.binds.runtime.catalog.ExpressionText} compares expressions that a server writes in its own way.
 */
package io.quarkiverse.binds.runtime.catalog;
