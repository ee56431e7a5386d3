package io.quarkiverse.binds;

/**
 * Thrown if a dynamic bind has no database of that key, or the key is invalid. With Quarkus REST the response is 404.
 *
 * @since 0.1
 */
public class UnknownDatabaseException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String bind;
    private final String key;

    /** Creates the exception, which only the extension does. */
    public UnknownDatabaseException(String bind, String key, String message, Throwable cause) {
        super(message, cause);
        this.bind = bind;
        this.key = key;
    }

    /** The name of the dynamic bind. */
    public String bind() {
        return bind;
    }

    /** The given key, which may have come from outside. */
    public String key() {
        return key;
    }
}
