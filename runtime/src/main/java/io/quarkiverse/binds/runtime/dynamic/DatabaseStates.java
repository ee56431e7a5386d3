package io.quarkiverse.binds.runtime.dynamic;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

import jakarta.inject.Singleton;

import io.quarkiverse.binds.runtime.pool.DatabasePool;

/** How the databases of a dynamic bind are, as far as is known: no server is asked. Thread-safe. */
@Singleton
public class DatabaseStates {

    private final DynamicBinds binds;

    DatabaseStates(DynamicBinds binds) {
        this.binds = binds;
    }

    /**
     * @return for the key of each database that is open, or could not be opened lately, empty or why it cannot be used; sorted
     */
    public Map<String, Optional<String>> of(String bind) {
        Registry registry = binds.get(bind).registry();
        Map<String, Optional<String>> states = new TreeMap<>();
        registry.recentFailures().forEach((key, reason) -> states.put(key, Optional.of(reason)));
        for (DatabasePool pool : registry.pools()) {
            states.put(pool.key(), pool.isDown() ? Optional.of("its server does not let it connect") : Optional.empty());
        }
        return states;
    }
}
