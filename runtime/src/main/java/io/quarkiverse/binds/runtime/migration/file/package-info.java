/**
 * The files of migrations: scripts, scripts that revert them, and the snapshot of the schema after the newest script.
 * <p>
 * In: statements and a schema. Out: files, all of a migration or none, and what is in them. Entry:
 * {@link io.quarkiverse.binds.runtime.migration.file.ScriptFiles} for the directory of a bind,
 * {@link io.quarkiverse.binds.runtime.migration.file.ScriptText} for the text of a script, and
 * {@link io.quarkiverse.binds.runtime.migration.file.SnapshotMerge} for a snapshot with conflicts of git.
 */
package io.quarkiverse.binds.runtime.migration.file;
