package io.quarkiverse.binds.runtime.pool;

import java.time.Duration;

/**
 * Limits pings of a pool with several hosts.
 *
 * @param time after which another host is a better choice
 * @param overdue runs when a ping has not been answered in that time
 */
record PingLimit(Duration time, Runnable overdue) {
}
