package io.quarkiverse.binds;

/**
 * {@link Db} or one of its sessions was used where there is no unit of work, or by a thread that is not the one whose unit of
 * work it is. The message says which, and names the way to do it.
 */
public class NoUnitOfWorkException extends IllegalStateException {

    private static final long serialVersionUID = 1L;

    public NoUnitOfWorkException(String message) {
        super(message);
    }
}
