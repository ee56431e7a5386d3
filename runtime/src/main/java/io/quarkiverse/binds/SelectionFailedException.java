package io.quarkiverse.binds;

/**
 * Thrown when a chunk of a {@link Selection} fails, with the exception of the chunk as its cause. The chunk is rolled back; the
 * chunks before it are committed. With Quarkus REST the response is that of the cause, if there is a mapper for it.
 *
 * @since 0.1
 */
public class SelectionFailedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String cursor;
    private final long done;

    /** Creates the exception, which only the extension does. */
    public SelectionFailedException(String message, String cursor, long done, Throwable cause) {
        super(message, cause);
        this.cursor = cursor;
        this.done = done;
    }

    /**
     * The position after the last committed chunk, for {@link Selection#resumeAt}. If the cause is a
     * {@link CommitOutcomeUnknownException}, the failed chunk may be committed: only a cursor that the chunk has stored tells.
     */
    public String cursor() {
        return cursor;
    }

    /** The number of rows committed, including those before {@link Selection#resumeAt}. */
    public long done() {
        return done;
    }
}
