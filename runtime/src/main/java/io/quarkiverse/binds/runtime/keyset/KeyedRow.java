package io.quarkiverse.binds.runtime.keyset;

import java.util.List;

/**
 * A result and its sort values in the database, which may differ from those of the entity in memory.
 *
 * @param key the values in the order of the columns
 */
record KeyedRow<T>(T item, List<Object> key) {
}
