package io.quarkiverse.binds;

/**
 * A database of a dynamic bind. The object stays valid when the database is closed: the next use opens it again. Thread-safe.
 *
 * @since 0.1
 */
public interface Database {

    /** The name of the bind. */
    String bind();

    /** The key of the database. */
    String key();

    /**
     * The URL of the database, without a password.
     *
     * @throws UnknownDatabaseException if the address of the database is no longer known
     */
    String url();

    /** Whether the database is open now. */
    boolean isOpen();

    /**
     * The current figures of the pool; all zero but the sizes while the database is not open. No command is sent to the server.
     */
    PoolStats pool();

    /**
     * Checks that the server answers, outside of any unit of work; opens the database if it is not open.
     *
     * @throws DatabaseUnavailableException if no connection is available; the message has the reason
     */
    void ping();

    /** Closes the connections: idle ones at once, borrowed ones when they are returned. The pool continues with new ones. */
    void dispose();
}
