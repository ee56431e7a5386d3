package io.quarkiverse.binds;

/**
 * Progress of the processing of a {@link Selection}. Immutable.
 *
 * @param done number of rows processed and committed, including those before {@link Selection#resumeAt}
 * @param total number of rows of the selection when its bound was taken
 * @param cursor position for {@link Selection#resumeAt}
 * @since 0.1
 */
public record SelectionProgress(long done, long total, String cursor) {
}
