package io.quarkiverse.binds;

/** When the work of a unit of work is committed. */
public enum CommitPolicy {

    /** What {@code quarkus.binds.session.commit} says, which is {@link #EXPLICIT} unless it is set. */
    DEFAULT,

    /** By {@link Db#commit()} only. What is not committed at the end of the unit is rolled back. */
    EXPLICIT,

    /**
     * By itself when the unit ends well: it returned, and if it answered a request, with a status below 400, and before the
     * response is written. An exception or a status from 400 up rolls back; a commit that fails becomes the outcome of the
     * unit, so that a request is answered with 500.
     */
    ON_SUCCESS
}
