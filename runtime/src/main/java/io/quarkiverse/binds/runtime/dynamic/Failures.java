package io.quarkiverse.binds.runtime.dynamic;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.LongSupplier;

import io.quarkiverse.binds.UnknownDatabaseException;

/**
 * What could not be opened lately. It is told again for a moment without another try, so that a database that is not there
 * costs its server, and those who wait, no more than it must: for a moment that grows with each failure in a row, and for as
 * long as the try took. Thread-safe.
 */
final class Failures {

    private static final Duration SHORTEST = Duration.ofMillis(20);
    private static final Duration LONGEST = Duration.ofSeconds(1);

    /** Keys may come from outside: what is remembered of them has a bound. */
    private static final int REMEMBERED = 1_000;

    /** So long it is worth to be shown. */
    private static final Duration RECENT = Duration.ofMinutes(1);

    private record Failure(Exception failure, int inARow, long until) {
    }

    private final LongSupplier clock;

    private final Map<String, Failure> byKey = new LinkedHashMap<>(16, 0.75f, true) {

        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Failure> eldest) {
            return size() > REMEMBERED;
        }
    };

    /**
     * @param clock in nanoseconds
     */
    Failures(LongSupplier clock) {
        this.clock = clock;
    }

    /** @return null if it is worth another try */
    synchronized Exception tellAgain(String key) {
        Failure last = byKey.get(key);
        return last == null || last.until() - clock.getAsLong() < 0 ? null : last.failure();
    }

    /** @return null if it could be opened when that was last tried */
    synchronized Exception last(String key) {
        Failure last = byKey.get(key);
        return last == null ? null : last.failure();
    }

    /**
     * @param took how long the try was, in nanoseconds
     * @return whether it is the first in a row
     */
    synchronized boolean add(String key, Exception failure, long took) {
        Failure before = byKey.get(key);
        int inARow = before == null ? 0 : before.inARow() + 1;
        long pause = Math.min(LONGEST.toNanos(), SHORTEST.toNanos() << Math.min(inARow, 10));
        byKey.put(key, new Failure(failure, inARow, clock.getAsLong() + Math.max(pause, took)));
        return before == null;
    }

    /**
     * Why databases could not be opened within the last minute; without those that nobody knows, whose keys may be invented.
     */
    synchronized Map<String, String> recent() {
        long now = clock.getAsLong();
        Map<String, String> recent = new TreeMap<>();
        byKey.forEach((key, failure) -> {
            if (now - failure.until() < RECENT.toNanos() && !(failure.failure() instanceof UnknownDatabaseException)) {
                recent.put(key, failure.failure().getMessage());
            }
        });
        return recent;
    }

    synchronized boolean remove(String key) {
        return byKey.remove(key) != null;
    }
}
