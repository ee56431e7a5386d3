package io.quarkiverse.binds;

import jakarta.persistence.PersistenceException;

/**
 * The connection was lost while the commit was on its way: the server may have committed or not, and nothing on this side can
 * tell. The work is never run again by itself, unless its unit is declared {@code idempotent}. Ask the database before doing it
 * again.
 */
public class CommitOutcomeUnknownException extends PersistenceException {

    private static final long serialVersionUID = 1L;

    private final String bind;

    public CommitOutcomeUnknownException(String bind, String message, Throwable cause) {
        super(message, cause);
        this.bind = bind;
    }

    /** The bind whose commit it was, {@link Bind#DEFAULT} for the default bind. */
    public String bind() {
        return bind;
    }
}
