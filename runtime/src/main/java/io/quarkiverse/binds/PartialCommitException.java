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

    /** The binds that are committed. */
    private final List<String> committed;
    /** The binds that are rolled back. */
    private final List<String> rolledBack;
    /** The binds whose outcome is unknown. */
    private final List<String> unknown;

    /**
     * Creates the exception. Only the extension does so.
     *
     * @param message the outcome of each bind
     * @param committed the committed binds in the order of their commits, at least one; copied
     * @param rolledBack the binds whose work is rolled back; copied
     * @param unknown the binds whose connection was lost during their commit; copied
     * @param cause the exception of the bind that failed
     */
    public PartialCommitException(String message, List<String> committed, List<String> rolledBack, List<String> unknown,
            Throwable cause) {
        super(message, cause);
        this.committed = List.copyOf(committed);
        this.rolledBack = List.copyOf(rolledBack);
        this.unknown = List.copyOf(unknown);
    }

    /**
     * {@return the binds that are committed, in the order of their commits; {@link Bind#DEFAULT} stands for the default bind}
     */
    public List<String> committed() {
        return committed;
    }

    /** {@return the binds whose work is rolled back; empty if there are none} */
    public List<String> rolledBack() {
        return rolledBack;
    }

    /**
     * {@return the binds whose connection was lost during their commit, so that its outcome is unknown; empty if there are
     * none}
     */
    public List<String> unknown() {
        return unknown;
    }
}
