package io.quarkiverse.binds;

import java.util.Map;

/**
 * The databases of a dynamic bind at one moment. Immutable. Counts are since the start of the application.
 *
 * @param maxOpen how many may be open at a time ({@code max-open})
 * @param maxConnections how many connections all of them may have together ({@code max-connections})
 * @param connections how many connections they have
 * @param waiting how many threads wait for room: for another database to be closed, or for a connection of another database
 * @param opened how many times a database was opened
 * @param evicted how many times one was closed to make room for another
 * @param expired how many times one was closed for being idle
 * @param failed how many times one could not be opened
 * @param pools the pool of each database that is open, by its key
 */
public record DatabasesStats(int maxOpen, int maxConnections, int connections, int waiting, long opened, long evicted,
        long expired, long failed, Map<String, PoolStats> pools) {

    public DatabasesStats {
        pools = Map.copyOf(pools);
    }

    /** How many are open. */
    public int open() {
        return pools.size();
    }
}
