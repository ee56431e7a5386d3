package io.quarkiverse.binds.blog.store;

/** Request that contradicts stored data. */
public class ConflictException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public ConflictException(String message) {
        super(message);
    }
}
