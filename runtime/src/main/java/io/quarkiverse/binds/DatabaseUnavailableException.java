package io.quarkiverse.binds;

/**
 * No connection of a bind could be had: its server could not be reached, or every connection was in use for
 * {@code pool.timeout}. Nothing was done, so the work may be done again later. Thrown out of units of work; a REST request that
 * does not handle it is answered with 503 (Service Unavailable). The cause says in detail why.
 */
public class DatabaseUnavailableException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String bind;

    /**
     * @param bind the name of the bind
     * @param message says why, and what can be set
     * @param cause what was thrown where the connection was wanted
     */
    public DatabaseUnavailableException(String bind, String message, Throwable cause) {
        super(message, cause);
        this.bind = bind;
    }

    /** The name of the bind, {@link Bind#DEFAULT} for the default bind. */
    public String bind() {
        return bind;
    }
}
