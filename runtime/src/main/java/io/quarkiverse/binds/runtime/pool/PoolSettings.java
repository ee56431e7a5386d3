package io.quarkiverse.binds.runtime.pool;

import java.time.Duration;

/**
 * How one pool behaves, after everybody had a say.
 *
 * @param name what it is called
 * @param size how many connections are kept
 * @param max how many there may be at a time
 * @param timeout how long a borrower waits; zero for as long as it takes
 * @param prePing whether a connection is looked at before it is handed out
 * @param prePingIdle idle for longer than this it is asked, not only looked at
 * @param recycle the age at which a connection is replaced; zero for never
 */
record PoolSettings(PoolName name, int size, int max, Duration timeout, boolean prePing, Duration prePingIdle,
        Duration recycle) {

    String bind() {
        return name.bind();
    }

    int overflow() {
        return max - size;
    }
}
