package io.quarkiverse.binds.test.doors;

import java.util.List;

/**
 * Step of a program.
 *
 * @param door the way to the database, or the way in which the inner steps are run; null if there is none
 * @param steps the inner steps; null if there are none
 */
public record Step(Op op, String door, Where where, String row, List<Step> steps) {

    /** Kinds of steps. */
    public enum Op {
        /** Counts the rows of a name by a way to the database. */
        READ,
        /** Fails with an error that is not caught unless a row of the name is visible by a way to the database. */
        SEE,
        /** Fails with an error that is not caught if a row of the name is visible. */
        MISS,
        /** Adds a row by a way to the database. */
        ADD,
        /** Changes a managed entity of the session. */
        CHANGE,
        DELETE,
        /** Adds 10 to the amount of a row by a native statement. */
        UPDATE,
        FLUSH,
        COMMIT,
        ROLLBACK,
        FAIL,
        /** Waits; the row's name is the number of milliseconds. */
        WAIT,
        /** Kills the connection of the unit of work at the server. */
        KILL,
        /** Runs steps in a unit of work of their own. */
        RUN,
        /** Runs steps in the database of a tenant; the row is its key. */
        TENANT,
        /** Runs steps in a {@code @Transactional} or {@code @UnitOfWork} method, or in a transaction begun by hand. */
        METHOD,
        /** Runs steps and continues if one of them fails. */
        CATCH
    }
}
