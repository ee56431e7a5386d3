package io.quarkiverse.binds.runtime.dynamic;

import java.util.function.Supplier;

import io.quarkiverse.binds.PoolStats;

/** Is told of the databases that are opened and closed on the fly. It must not block, nor use one of them. */
public interface DatabaseListener {

    /**
     * @param stats its pool at the moment of the call, until it is closed
     */
    void opened(String bind, String key, Supplier<PoolStats> stats);

    /** As often as {@link #opened}, and after it. */
    void closed(String bind, String key);
}
