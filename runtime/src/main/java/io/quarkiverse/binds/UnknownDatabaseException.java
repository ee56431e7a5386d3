package io.quarkiverse.binds;

/**
 * Thrown if a dynamic bind has no database of that key, or the key is invalid. With Quarkus REST the response is 404.
 *
 * @since 0.1
 */
public class UnknownDatabaseException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** The dynamic bind. */
    private final String bind;
    /** The given key. */
    private final String key;

    /**
     * Creates the exception. Only the extension does so.
     *
     * @param bind the name of the dynamic bind
     * @param key the given key; null if there is none
     * @param message the reason, and the ways to make the database known
     * @param cause the exception of the server or of the URL; null if there is none
     */
    public UnknownDatabaseException(String bind, String key, String message, Throwable cause) {
        super(message, cause);
        this.bind = bind;
        this.key = key;
    }

    /** {@return the name of the dynamic bind} */
    public String bind() {
        return bind;
    }

    /** {@return the given key, which may come from outside; null if there is none} */
    public String key() {
        return key;
    }
}
