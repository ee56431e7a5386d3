package io.quarkiverse.binds;

/**
 * The time at which a unit of work is committed.
 *
 * @since 0.1
 */
public enum CommitPolicy {

    /** The value of {@code quarkus.binds.session.commit}, which is {@link #EXPLICIT} unless it is set. */
    DEFAULT,

    /** Commits by {@link Db#commit()} only. Uncommitted changes are rolled back at the end of the unit of work. */
    EXPLICIT,

    /**
     * Commits automatically when the unit of work ends successfully: it has returned and, for a request, the status of the
     * response is below 400. The commit is made before the response is written. An exception or a status from 400 up rolls
     * back; a failed commit becomes the outcome of the unit of work, so the status of a request becomes 500.
     */
    ON_SUCCESS
}
