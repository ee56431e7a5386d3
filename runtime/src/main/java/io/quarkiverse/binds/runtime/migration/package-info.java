/**
 * The bean {@link io.quarkiverse.binds.Migrations}: compares entities with databases and snapshots, writes scripts, and has
 * them applied.
 * <p>
 * In: names of binds, the entities, the database or the snapshot. Out: changes, scripts and snapshots; applied scripts. Entry:
 * {@link io.quarkiverse.binds.runtime.migration.MigrationsBean}.
 * <p>
 * Invariant: a script, the script that reverts it and the snapshot are written together, and the snapshot is the state that the
 * scripts lead to.
 */
package io.quarkiverse.binds.runtime.migration;
