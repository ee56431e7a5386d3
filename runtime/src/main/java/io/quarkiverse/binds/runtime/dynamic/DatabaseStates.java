package io.quarkiverse.binds.runtime.dynamic;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;

import jakarta.inject.Singleton;

import io.quarkiverse.binds.runtime.dynamic.pool.DatabasePool;

/** The states of the databases of a dynamic bind, as of their last use: no server is contacted. Thread-safe. */
@Singleton
public class DatabaseStates {

    private final DynamicBinds binds;

    DatabaseStates(DynamicBinds binds) {
        this.binds = binds;
    }

    /**
     * @return for the key of each database that is open, or could not be opened recently, the reason why it cannot be used, or
     *         empty if it can; sorted
     */
    public Map<String, Optional<String>> of(String bind) {
        DatabaseRegistry registry = binds.get(bind).registry();
        Map<String, Optional<String>> states = new TreeMap<>();
        registry.recentFailures().forEach((key, reason) -> states.put(key, Optional.of(reason)));
        for (DatabasePool pool : registry.pools()) {
            states.put(pool.key(), pool.isDown() ? Optional.of("connecting to its server failed") : Optional.empty());
        }
        return states;
    }

    /** @return for the key of each database that is open, the milliseconds since its last connection was borrowed; sorted */
    public Map<String, Long> idleMillis(String bind) {
        long now = System.nanoTime();
        Map<String, Long> idle = new TreeMap<>();
        for (DatabasePool pool : binds.get(bind).registry().pools()) {
            idle.put(pool.key(), TimeUnit.NANOSECONDS.toMillis(now - pool.lastUsed()));
        }
        return idle;
    }
}
