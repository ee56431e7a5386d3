package io.quarkiverse.binds.runtime.dynamic.pool;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.function.ToLongFunction;

/** Sorts pools by their last use, on a snapshot: the times change while it sorts. */
public final class LeastRecentlyUsed {

    private LeastRecentlyUsed() {
    }

    private record Seen<T>(T pool, long age) {
    }

    /** @param lastUsed returns the time of the last use by {@link System#nanoTime()}; called once for each */
    public static <T> List<T> leastRecentlyUsedFirst(Collection<T> pools, ToLongFunction<T> lastUsed) {
        long now = System.nanoTime();
        return pools.stream().map(pool -> new Seen<>(pool, now - lastUsed.applyAsLong(pool)))
                .sorted(Comparator.comparingLong((Seen<T> seen) -> seen.age()).reversed()).map(Seen::pool).toList();
    }
}
