/**
 * Reads the catalog of a database.
 * <p>
 * In: a connection. Out: the tables with all that belongs to them, by six queries for any number of tables. Entry:
 * {@link io.quarkiverse.binds.runtime.catalog.CatalogReader}; each kind of database has its {@code CatalogQueries}.
 */
package io.quarkiverse.binds.runtime.catalog;
