/**
 * Names of tables, metadata of Hibernate ORM, and the schema of a database that is opened on the fly.
 * <p>
 * Entry: {@link io.quarkiverse.binds.runtime.schema.SnakeCaseTableNames}, which Hibernate calls for each name.
 */
package io.quarkiverse.binds.runtime.schema;
