package io.quarkiverse.binds.runtime.keyset;

import java.util.List;

/**
 * The query that a cursor belongs to.
 *
 * @param signature bytes that are the same for the same query with the same order and parameters, in the same database
 * @param columns columns of the order, whose paths are not used
 */
record CursorContext(byte[] signature, List<SortColumn> columns) {
}
