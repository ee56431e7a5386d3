package io.quarkiverse.binds.runtime.dynamic;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;

import jakarta.inject.Singleton;

import io.quarkiverse.binds.runtime.dynamic.pool.DatabasePool;

/** The states of the databases of a dynamic bind, as of their last use or ping. Thread-safe. */
@Singleton
public class DatabaseStates {

    /** Time after its last use in which a database needs no ping: the use has shown its state. */
    private static final Duration KNOWN_BY_USE = Duration.ofSeconds(1);

    private final DynamicBinds binds;

    DatabaseStates(DynamicBinds binds) {
        this.binds = binds;
    }

    /**
     * No server is contacted.
     *
     * @return for the key of each database that is open, or could not be opened recently, the reason why it cannot be used, or
     *         empty if it can; sorted
     */
    public Map<String, Optional<String>> of(String bind) {
        Map<String, Optional<String>> states = new TreeMap<>();
        failures(bind).forEach((key, failure) -> states.put(key, failure.map(OpenFailureBackoff::reason)));
        return states;
    }

    /** Like {@link #of}, with the failure instead of its text. */
    public Map<String, Optional<Throwable>> failures(String bind) {
        DatabaseRegistry registry = binds.get(bind).registry();
        Map<String, Optional<Throwable>> states = new TreeMap<>();
        registry.recentFailures().forEach((key, failure) -> states.put(key, Optional.of(failure)));
        for (DatabasePool pool : registry.pools()) {
            states.put(pool.key(), Optional.ofNullable(pool.lastFailure()));
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

    /**
     * The pings that make the states of a bind current, one for each open database that was not used lately. Each contacts a
     * server and may take as long as a login.
     */
    public List<Runnable> pings(String bind) {
        DatabaseRegistry registry = binds.get(bind).registry();
        List<Runnable> pings = new ArrayList<>();
        long now = System.nanoTime();
        for (DatabasePool pool : registry.pools()) {
            if (now - pool.lastUsed() > KNOWN_BY_USE.toNanos()) {
                pings.add(() -> registry.ping(pool));
            }
        }
        return pings;
    }
}
