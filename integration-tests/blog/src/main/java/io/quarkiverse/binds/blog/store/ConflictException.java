package io.quarkiverse.binds.blog.store;

/** What was asked for contradicts what is there. */
public class ConflictException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public ConflictException(String message) {
        super(message);
    }
}
