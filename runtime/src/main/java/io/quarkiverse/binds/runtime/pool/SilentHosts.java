package io.quarkiverse.binds.runtime.pool;

import java.sql.SQLException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/**
 * The hosts of one bind that have not answered a login and none since. All pools of the bind share them, since the logins of
 * all
 * have the same time limit. Thread-safe.
 */
final class SilentHosts {

    private final ConcurrentMap<String, SilentHost> byAddress = new ConcurrentHashMap<>();

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
