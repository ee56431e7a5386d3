package io.quarkiverse.binds.runtime.selection;

/**
 * The database of a selection.
 *
 * @param bind name of the bind
 * @param key key of the database if the bind is dynamic; otherwise null
 */
record Target(String bind, String key) {
}
