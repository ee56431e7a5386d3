package io.quarkiverse.binds.runtime.pool;

/** Told how long each borrower has waited because all connections were borrowed. Implementations must not block. */
public interface WaitListener {

    /**
     * Called by the borrower when its wait has ended, with a connection or without.
     *
     * @param replicas whether the pool is that of the replicas of a bind
     */
    void waited(PoolName pool, boolean replicas, long nanos);
}
