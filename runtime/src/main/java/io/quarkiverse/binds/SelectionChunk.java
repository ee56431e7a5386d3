package io.quarkiverse.binds;

import java.util.List;

/**
 * Rows that a {@link Selection} processes in one transaction.
 *
 * @param <T> the type of the entity
 * @param entities managed entities of the unit of work of this chunk, at least one, in the order of their ids
 * @param done number of rows processed when this chunk is committed, including those before {@link Selection#resumeAt}
 * @param total number of rows of the selection when its bound was taken; {@code done} can end below or above it, where rows
 *        were changed, deleted or committed meanwhile
 * @param cursor position after this chunk. Stored in the same transaction as the changes of the chunk, it makes sure that no
 *        row is processed twice, whenever the process ends. At most 255 characters, unless ids are long texts
 * @since 0.1
 */
public record SelectionChunk<T>(List<T> entities, long done, long total, String cursor) {
}
