package io.quarkiverse.binds.runtime.pool;

import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/**
 * The hosts of one bind that have not answered a login and none since. All pools of the bind share them, since the logins of
 * all have the same time limit. Thread-safe.
 */
final class SilentHosts {

    private final Duration loginTimeout;
    private final ConcurrentMap<String, SilentHost> byAddress = new ConcurrentHashMap<>();

    /** @param loginTimeout of the bind; zero for no limit */
    SilentHosts(Duration loginTimeout) {
        this.loginTimeout = loginTimeout;
    }

    /** Of logins by a driver that is told no limit. */
    Duration loginTimeout() {
        return loginTimeout;
    }

    /** @return null if the host is not known to be silent */
    SilentHost get(String address) {
        return byAddress.get(address);
    }

    /** @param failure of a login without an answer */
    SilentHost add(String address, SQLException failure) {
        return byAddress.computeIfAbsent(address,
                absent -> new SilentHost(absent, failure, () -> byAddress.remove(absent)));
    }
}
