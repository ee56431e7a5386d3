package io.quarkiverse.binds;

import java.util.Map;

/**
 * Figures of the databases of a dynamic bind at one moment. Immutable. Counts are since the start of the application.
 *
 * @param maxOpen the maximum number of open databases ({@code max-open})
 * @param maxConnections the maximum number of connections of all databases together ({@code max-connections})
 * @param connections the number of connections of all databases
 * @param waiting the number of threads waiting for room: for another database to be closed, or for a connection of another
 *        database
 * @param opened the number of times that a database was opened
 * @param evicted the number of databases closed to make room for another
 * @param expired the number of databases closed for being idle
 * @param failed the number of failed attempts to open a database
 * @param pools the pool of each database that is open, by its key
 * @since 0.1
 */
public record DatabasesStats(int maxOpen, int maxConnections, int connections, int waiting, long opened, long evicted,
        long expired, long failed, Map<String, PoolStats> pools) {

    /**
     * Copies the pools.
     *
     * @param maxOpen the number that {@code max-open} allows
     * @param maxConnections the number that {@code max-connections} allows
     * @param connections at this moment
     * @param waiting at this moment
     * @param opened since the start of the application
     * @param evicted since the start of the application
     * @param expired since the start of the application
     * @param failed since the start of the application
     * @param pools by key; no key and no value is null
     */
    public DatabasesStats {
        pools = Map.copyOf(pools);
    }

    /** {@return the number of open databases} */
    public int open() {
        return pools.size();
    }
}
