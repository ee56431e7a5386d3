package io.quarkiverse.binds;

/**
 * Thrown if {@link Db} or one of its sessions was used without a unit of work, or by a thread that does not own the unit of
 * work. The message names the case and the remedy.
 *
 * @since 0.1
 */
public class NoUnitOfWorkException extends IllegalStateException {

    private static final long serialVersionUID = 1L;

    /**
     * Creates the exception. Only the extension does so.
     *
     * @param message the case and the remedy
     */
    public NoUnitOfWorkException(String message) {
        super(message);
    }
}
