package io.quarkiverse.binds;

import java.util.List;

import jakarta.persistence.PersistenceException;

/**
 * Thrown if a commit over several binds failed after at least one of them had committed. Binds are committed one after the
 * other, in the order in which they were first used; a committed bind cannot be rolled back. Binds with {@code two-phase=true}
 * commit together or not at all.
 *
 * @since 0.1
 */
public class PartialCommitException extends PersistenceException {

    private static final long serialVersionUID = 1L;

    private final List<String> committed;
    private final List<String> rolledBack;
    private final List<String> unknown;

    /** Creates the exception, which only the extension does. */
    public PartialCommitException(String message, List<String> committed, List<String> rolledBack, List<String> unknown,
            Throwable cause) {
        super(message, cause);
        this.committed = List.copyOf(committed);
        this.rolledBack = List.copyOf(rolledBack);
        this.unknown = List.copyOf(unknown);
    }

    /** The binds that are committed, in order; {@link Bind#DEFAULT} stands for the default bind. */
    public List<String> committed() {
        return committed;
    }

    /** The binds whose work is rolled back. */
    public List<String> rolledBack() {
        return rolledBack;
    }

    /** The binds whose connection was lost during their commit: it is unknown whether they have committed. */
    public List<String> unknown() {
        return unknown;
    }
}
