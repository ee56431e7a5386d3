/**
 * Selections: all rows of a query, for work in chunks.
 * <p>
 * In: a query, or the token of a selection. Out: a {@link io.quarkiverse.binds.Selection}, and its token. Entry:
 * {@code Selections} makes a {@code BoundedSelection}; {@code RowQueries} derives its statements from the query, in
 * {@code ChunkLoop} one after the other.
 * <p>
 * Invariants: a selection is identified by its {@code Definition} and bound, whose bytes are part of its token and sign its
 * cursors. No statement holds more rows than a chunk.
 */
package io.quarkiverse.binds.runtime.selection;
