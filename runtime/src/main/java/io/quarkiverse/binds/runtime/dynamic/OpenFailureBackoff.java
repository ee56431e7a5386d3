package io.quarkiverse.binds.runtime.dynamic;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.LongSupplier;

import io.quarkiverse.binds.UnknownDatabaseException;

/**
 * Recent failures to open databases, by key. A failure is repeated without another attempt for a pause that doubles with each
 * failure in a row, and is at least as long as the attempt took: a database that is down must not keep its server, and the
 * threads that need it, busy with attempts. Thread-safe.
 */
final class OpenFailureBackoff {

    private static final Duration MIN_PAUSE = Duration.ofMillis(20);
    private static final Duration MAX_PAUSE = Duration.ofSeconds(1);

    /** Keys may come from outside, so the number of remembered ones has a bound. */
    private static final int MAX_REMEMBERED = 1_000;

    /** Time for which the health check reports a failure. */
    private static final Duration RECENT = Duration.ofMinutes(1);

    private record Failure(Throwable failure, int repeats, long until) {
    }

    private final LongSupplier clock;

    private final Map<String, Failure> byKey = new LinkedHashMap<>(16, 0.75f, true) {

        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Failure> eldest) {
            return size() > MAX_REMEMBERED;
        }
    };

    /** @param clock returns a time in nanoseconds */
    OpenFailureBackoff(LongSupplier clock) {
        this.clock = clock;
    }

    /** The message of an exception, or its class if it has none. */
    static String reason(Throwable failure) {
        return failure.getMessage() == null ? failure.toString() : failure.getMessage();
    }

    /** @return null if another attempt may be made */
    synchronized Throwable failureToRepeat(String key) {
        Failure last = byKey.get(key);
        return last == null || last.until() - clock.getAsLong() < 0 ? null : last.failure();
    }

    /** @return the failure of the last attempt; null if it succeeded, or there was none */
    synchronized Throwable last(String key) {
        Failure last = byKey.get(key);
        return last == null ? null : last.failure();
    }

    /**
     * @param nanos duration of the attempt
     * @return whether it is the first failure in a row
     */
    synchronized boolean add(String key, Throwable failure, long nanos) {
        Failure before = byKey.get(key);
        int repeats = before == null ? 0 : before.repeats() + 1;
        long pause = Math.min(MAX_PAUSE.toNanos(), MIN_PAUSE.toNanos() << Math.min(repeats, 10));
        byKey.put(key, new Failure(failure, repeats, clock.getAsLong() + Math.max(pause, nanos)));
        return before == null;
    }

    /**
     * @return by key, the failures of the last minute; without unknown databases, whose keys may be invented
     */
    synchronized Map<String, Throwable> recent() {
        long now = clock.getAsLong();
        Map<String, Throwable> recent = new TreeMap<>();
        byKey.forEach((key, failure) -> {
            if (now - failure.until() < RECENT.toNanos() && !(failure.failure() instanceof UnknownDatabaseException)) {
                recent.put(key, failure.failure());
            }
        });
        return recent;
    }

    synchronized boolean remove(String key) {
        return byKey.remove(key) != null;
    }
}
