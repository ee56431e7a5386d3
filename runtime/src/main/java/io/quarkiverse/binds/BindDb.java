package io.quarkiverse.binds;

import org.hibernate.Session;

/**
 * One bind of the {@link Db}. Safe to share between threads; what it does belongs to the unit of work of the calling thread.
 */
public interface BindDb {

    /** The name of the bind, {@link Bind#DEFAULT} for the default bind. */
    String name();

    /**
     * The session of this bind in the current unit of work.
     *
     * @throws NoUnitOfWorkException outside of a unit of work
     * @throws IllegalStateException if no entity lives in this bind
     */
    Session session();

    /**
     * An SQL statement on this bind.
     *
     * @param sql the statement; values belong into parameters, written {@code ?}
     * @param parameters the values of the parameters, in order
     * @return the statement, which has not run yet
     */
    Sql sql(String sql, Object... parameters);

    /**
     * Closes the connections of this bind: those at rest at once, the borrowed ones when they are given back. The pool goes on
     * with new ones. What {@code engine.dispose()} is to SQLAlchemy.
     */
    void dispose();

    /**
     * Asks the server whether it is there, on a connection of the pool and outside of any unit of work.
     *
     * @throws DatabaseUnavailableException if no connection could be had; it says why
     */
    void ping();

    /** The pool of this bind at this moment. It costs the server nothing. */
    PoolStats pool();
}
