package io.quarkiverse.binds.blog.store;

/** What was asked for cannot be had. Rolls the transaction back. */
public class StoreException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** Why. */
    public enum Reason {
        NOT_FOUND,
        CONFLICT
    }

    private final Reason reason;

    private StoreException(Reason reason, String message) {
        super(message);
        this.reason = reason;
    }

    public static StoreException notFound(String what, Object key) {
        return new StoreException(Reason.NOT_FOUND, "There is no " + what + " " + key);
    }

    public static StoreException conflict(String message) {
        return new StoreException(Reason.CONFLICT, message);
    }

    public Reason reason() {
        return reason;
    }
}
