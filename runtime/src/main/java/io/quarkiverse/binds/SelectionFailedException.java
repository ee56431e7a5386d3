package io.quarkiverse.binds;

/**
 * Thrown when a chunk of a {@link Selection} fails, with the exception of the chunk as its cause. The chunk is rolled back; the
 * chunks before it are committed. With Quarkus REST the response is that of the cause, if there is a mapper for it.
 *
 * @since 0.1
 */
public class SelectionFailedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** The position after the last committed chunk. */
    private final String cursor;
    /** The number of rows committed. */
    private final long done;

    /**
     * Creates the exception. Only the extension does so.
     *
     * @param message the reason, and the number of committed rows
     * @param cursor the position after the last committed chunk
     * @param done the number of rows committed
     * @param cause the exception of the chunk or of the listener
     */
    public SelectionFailedException(String message, String cursor, long done, Throwable cause) {
        super(message, cause);
        this.cursor = cursor;
        this.done = done;
    }

    /**
     * {@return the position after the last committed chunk, for {@link Selection#resumeAt}} If the cause is a
     * {@link CommitOutcomeUnknownException}, the failed chunk may be committed: only a cursor that the chunk has stored tells.
     */
    public String cursor() {
        return cursor;
    }

    /** {@return the number of rows committed, including those before {@link Selection#resumeAt}} */
    public long done() {
        return done;
    }
}
