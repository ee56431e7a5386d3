/**
 * The bean {@link io.quarkiverse.binds.Schema}.
 * <p>
 * In: names of binds. Out: tables created, dropped or read, on a connection outside of every transaction. Entry:
 * {@link io.quarkiverse.binds.runtime.ddl.SchemaBean}.
 */
package io.quarkiverse.binds.runtime.ddl;
