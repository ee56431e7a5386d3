package io.quarkiverse.binds;

import org.hibernate.Session;

/**
 * A bind of the {@link Db}. Thread-safe; its work belongs to the unit of work of the calling thread.
 *
 * @since 0.1
 */
public interface BindDb {

    /** {@return the name of the bind; {@link Bind#DEFAULT} for the default bind} */
    String name();

    /**
     * {@return the session of this bind in the current unit of work}
     *
     * @throws NoUnitOfWorkException outside of a unit of work
     * @throws IllegalStateException if no entity lives in this bind
     */
    Session session();

    /**
     * Prepares an SQL statement for this bind.
     *
     * @param sql the statement; values belong into parameters, written {@code ?}
     * @param parameters the values of the parameters, in order
     * @return the statement, which has not run yet
     */
    Sql sql(String sql, Object... parameters);

    /**
     * Closes the connections of this bind: idle connections at once, borrowed connections when they are returned. The pool
     * continues with new connections. Equivalent of {@code engine.dispose()} of SQLAlchemy.
     */
    void dispose();

    /**
     * Checks that the server answers, on a connection of the pool and outside of any unit of work.
     *
     * @throws DatabaseUnavailableException if no connection is available; the message has the reason
     */
    void ping();

    /** {@return the current figures of the pool of this bind, read without a command to the server} */
    PoolStats pool();
}
