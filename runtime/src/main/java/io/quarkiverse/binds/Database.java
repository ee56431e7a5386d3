package io.quarkiverse.binds;

/**
 * One database of a dynamic bind. It stays valid when the database is closed: the next use opens it again. Safe to share
 * between threads.
 */
public interface Database {

    /** The name of its bind. */
    String bind();

    /** Its key. */
    String key();

    /**
     * Its URL, without a password.
     *
     * @throws UnknownDatabaseException if nobody knows the database any more
     */
    String url();

    /** Whether it is open now. */
    boolean isOpen();

    /** Its pool at this moment; all zero but the sizes while it is not open. It costs the server nothing. */
    PoolStats pool();

    /**
     * Asks the server whether it is there, outside of any unit of work; opens the database if it is not open.
     *
     * @throws DatabaseUnavailableException if no connection could be had; it says why
     */
    void ping();

    /** Closes its connections: those at rest at once, the borrowed ones when they are given back. It goes on with new ones. */
    void dispose();
}
