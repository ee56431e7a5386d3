package io.quarkiverse.binds.runtime.session;

/** A Hibernate session that joins each transaction of a unit of work. Confined to the thread of its unit of work. */
interface JoiningSession {

    /**
     * Begins the transaction of the unit of work of this thread, if there is one, before the session joins it.
     *
     * @return false if the session must join no transaction now
     */
    boolean beginTransaction();

    /** Called before the session joins the transaction of this thread, whose changes may be observed. */
    void observe();

    /** Joins the transaction of this thread, which has just begun. */
    void join();

    /**
     * Whether the session can still be used. A session closed within a transaction cannot, though it exists until the
     * transaction ends.
     */
    boolean isOpen();

    /** The session of Hibernate, stateful or stateless; null for one that has nothing to flush between its uses. */
    Object session();
}
