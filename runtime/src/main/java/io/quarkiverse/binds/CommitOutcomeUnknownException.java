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

    private final String bind;

    /** Creates the exception, which only the extension does. */
    public CommitOutcomeUnknownException(String bind, String message, Throwable cause) {
        super(message, cause);
        this.bind = bind;
    }

    /** The bind of that commit, {@link Bind#DEFAULT} for the default bind. */
    public String bind() {
        return bind;
    }
}
