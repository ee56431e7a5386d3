package io.quarkiverse.binds.runtime.housekeeping;

/**
 * A pool whose background tasks run on the shared threads. The connection cache of a pool implements it, since Agroal passes
 * nothing else of the pool on to its executor.
 */
public interface HousekeptPool {

    /**
     * Whether the calling thread is borrowing from a pool that opens connections in the threads of its borrowers: the handle of
     * the connection is then created in this thread as well.
     */
    boolean isBorrowing();

    /** Forgets the connections that are closed, after tasks of the pool have run. It must not wait. */
    void forgetClosed();
}
