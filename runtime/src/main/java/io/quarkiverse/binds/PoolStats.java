package io.quarkiverse.binds;

/**
 * Figures of the pool of a bind at one moment. Immutable. Counts are since the start of the application. Under load the numbers
 * are read one after the other, so they may differ by the few connections that change state meanwhile.
 *
 * @param size the number of connections to keep ({@code pool.size})
 * @param maxOverflow the maximum number of temporary connections in addition ({@code pool.max-overflow})
 * @param active the number of borrowed connections
 * @param idle the number of idle connections
 * @param waiting the number of threads waiting for a connection
 * @param created the number of connections opened
 * @param lost the number of connections found lost, before they were handed out or while they were borrowed; without those that
 *        were closed as a consequence
 * @param pings the number of times that a server was asked whether a connection is alive
 * @param recycled the number of connections replaced because they had reached the age of {@code pool.recycle}
 * @param waits the number of borrowings that had to wait because all connections were borrowed
 * @since 0.1
 */
public record PoolStats(int size, int maxOverflow, int active, int idle, int waiting, long created, long lost, long pings,
        long recycled, long waits) {
}
