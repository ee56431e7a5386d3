package io.quarkiverse.binds;

/**
 * There is no database of that key in a dynamic bind, or the key is none that could be. With Quarkus REST the answer is 404.
 */
public class UnknownDatabaseException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String bind;
    private final String key;

    public UnknownDatabaseException(String bind, String key, String message, Throwable cause) {
        super(message, cause);
        this.bind = bind;
        this.key = key;
    }

    /** The name of the dynamic bind. */
    public String bind() {
        return bind;
    }

    /** The key as it was given, which may have come from outside. */
    public String key() {
        return key;
    }
}
