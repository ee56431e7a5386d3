package io.quarkiverse.binds.runtime.dynamic;

import java.util.function.Supplier;

import io.quarkiverse.binds.PoolStats;

/** Notified when a database is opened or closed on the fly. Implementations must not block, nor use such a database. */
public interface DatabaseListener {

    /** @param stats returns the current figures of the pool until the database is closed */
    void opened(String bind, String key, Supplier<PoolStats> stats);

    /** Called once for each call of {@link #opened}, and after it. */
    void closed(String bind, String key);
}
