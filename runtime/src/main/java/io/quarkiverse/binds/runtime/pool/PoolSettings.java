package io.quarkiverse.binds.runtime.pool;

import java.time.Duration;

/**
 * The settings of one pool, after all defaults.
 *
 * @param name the name of the pool
 * @param size the number of connections to keep
 * @param max the maximum number of connections
 * @param timeout the time a borrower waits; zero for no limit
 * @param prePing whether a connection is checked before it is handed out
 * @param prePingIdle the idle time after which the server is pinged, instead of only checking the socket
 * @param recycle the age at which a connection is replaced; zero for never
 */
public record PoolSettings(PoolName name, int size, int max, Duration timeout, boolean prePing, Duration prePingIdle,
        Duration recycle) {

    public String bind() {
        return name.bind();
    }

    /** The timeout in a message, as in {@code 30.00 s}. */
    public String displayTimeout() {
        return PoolErrors.seconds(timeout);
    }

    public int overflow() {
        return max - size;
    }
}
