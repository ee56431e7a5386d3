package io.quarkiverse.binds;

/**
 * The pool of one bind at one moment. Immutable. The counts are since the start of the application; under load the numbers are
 * taken one after the other and may differ by the few connections on their way in between.
 *
 * @param size how many connections are kept ({@code pool.size})
 * @param maxOverflow how many more there may be for a time ({@code pool.max-overflow})
 * @param active how many are borrowed
 * @param idle how many are open and at rest
 * @param waiting how many threads wait for one
 * @param created how many were opened
 * @param lost how many were found lost, when they were to be handed out or while they were borrowed; without those that were
 *        closed on account of it
 * @param pings how many times a server was asked whether a connection is alive
 */
public record PoolStats(int size, int maxOverflow, int active, int idle, int waiting, long created, long lost, long pings) {
}
