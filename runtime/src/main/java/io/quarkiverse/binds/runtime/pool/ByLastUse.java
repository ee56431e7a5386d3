package io.quarkiverse.binds.runtime.pool;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.function.ToLongFunction;

/** Puts what is used by others meanwhile into an order. */
public final class ByLastUse {

    private ByLastUse() {
    }

    private record Seen<T>(T pool, long age) {
    }

    /**
     * @param lastUsed by {@link System#nanoTime()}, asked once for each
     */
    public static <T> List<T> coldestFirst(Collection<T> pools, ToLongFunction<T> lastUsed) {
        long now = System.nanoTime();
        return pools.stream().map(pool -> new Seen<>(pool, now - lastUsed.applyAsLong(pool)))
                .sorted(Comparator.comparingLong((Seen<T> seen) -> seen.age()).reversed()).map(Seen::pool).toList();
    }
}
