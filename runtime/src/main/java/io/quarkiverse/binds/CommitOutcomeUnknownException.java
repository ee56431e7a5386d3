package io.quarkiverse.binds;

import jakarta.persistence.PersistenceException;

/**
 * Thrown if the connection was lost while the commit was in progress: the server may have committed or not, and the application
 * cannot find out from the failure. The work is never run again automatically, unless its unit of work is declared
 * {@code idempotent}. Query the database before repeating the work.
 *
 * @since 0.1
 */
public class CommitOutcomeUnknownException extends PersistenceException {

    private static final long serialVersionUID = 1L;

    /** The bind of the commit. */
    private final String bind;

    /**
     * Creates the exception. Only the extension does so.
     *
     * @param bind the name of the bind, or {@link Bind#DEFAULT}
     * @param message the binds of the commit, and the ways on
     * @param cause the exception of the connection
     */
    public CommitOutcomeUnknownException(String bind, String message, Throwable cause) {
        super(message, cause);
        this.bind = bind;
    }

    /** {@return the bind of the commit; {@link Bind#DEFAULT} for the default bind} */
    public String bind() {
        return bind;
    }
}
