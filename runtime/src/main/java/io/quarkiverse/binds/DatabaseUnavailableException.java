package io.quarkiverse.binds;

/**
 * Thrown if no connection of a bind is available: its server could not be reached, or every connection was in use for
 * {@code pool.timeout}. No work was done, so it may be repeated later. Thrown out of units of work; for a REST request without
 * a handler of its own, the response is 503 (Service Unavailable). The cause has the details.
 *
 * @since 0.1
 */
public class DatabaseUnavailableException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** The bind without a connection. */
    private final String bind;

    /**
     * Creates the exception.
     *
     * @param bind the name of the bind, or {@link Bind#DEFAULT}
     * @param message the reason, and the configuration key to set
     * @param cause the exception of the pool or the driver; null if there is none
     */
    public DatabaseUnavailableException(String bind, String message, Throwable cause) {
        super(message, cause);
        this.bind = bind;
    }

    /** {@return the name of the bind; {@link Bind#DEFAULT} for the default bind} */
    public String bind() {
        return bind;
    }
}
