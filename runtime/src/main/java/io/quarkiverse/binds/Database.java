package io.quarkiverse.binds;

/**
 * A database of a dynamic bind. The object stays valid when the database is closed: the next use opens it again. Thread-safe.
 *
 * @since 0.1
 */
public interface Database {

    /** {@return the name of the dynamic bind} */
    String bind();

    /** {@return the key of the database} */
    String key();

    /**
     * {@return the URL of the database, with passwords masked}
     *
     * @throws UnknownDatabaseException if the address of the database is no longer known
     */
    String url();

    /** {@return whether the database is open now} */
    boolean isOpen();

    /**
     * {@return the current figures of the pool, read without a command to the server; all zero but the sizes while the database
     * is not open}
     */
    PoolStats pool();

    /**
     * Checks that the server answers, outside of any unit of work; opens the database if it is not open.
     *
     * @throws DatabaseUnavailableException if no connection is available; the message has the reason
     * @throws UnknownDatabaseException if the address of the database is no longer known
     */
    void ping();

    /**
     * Closes the connections: idle connections at once, borrowed connections when they are returned. The pool continues with
     * new connections. Without effect while the database is not open.
     */
    void dispose();
}
