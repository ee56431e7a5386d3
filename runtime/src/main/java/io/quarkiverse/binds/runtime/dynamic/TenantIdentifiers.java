package io.quarkiverse.binds.runtime.dynamic;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The tenant identifiers by which Hibernate separates the databases of a bind, in its caches and in its reserved ranges of ids:
 * the key and a generation, since after a close by the application the same key may have another database. Thread-safe.
 */
final class TenantIdentifiers {

    /** Separator between key and generation; it occurs in no key, as {@link DatabaseKeys} refuses control characters. */
    private static final char SEPARATOR = '\u0001';

    /**
     * Maximum of closed keys: with more, all are forgotten and all keys get a new generation, which skips the rest of their id
     * ranges.
     */
    static final int MAX_REMEMBERED = 10_000;

    private final Map<String, Long> generations = new ConcurrentHashMap<>();
    private volatile long generationOfOthers;
    private long lastGeneration;

    /** Begins a new generation of the key, which may have another database from now on. */
    synchronized void closed(String key) {
        lastGeneration++;
        if (generations.size() < MAX_REMEMBERED || generations.containsKey(key)) {
            generations.put(key, lastGeneration);
        } else {
            generationOfOthers = lastGeneration;
            generations.clear();
        }
    }

    /** The generation of a key, which grows whenever the key may have got another database. */
    long generation(String key) {
        Long generation = generations.isEmpty() ? null : generations.get(key);
        return generation == null ? generationOfOthers : generation;
    }

    String identifier(String key) {
        long generation = generation(key);
        return generation == 0 ? key : key + SEPARATOR + generation;
    }

    static String key(String identifier) {
        int end = identifier.indexOf(SEPARATOR);
        return end < 0 ? identifier : identifier.substring(0, end);
    }

    static long generationOf(String identifier) {
        int end = identifier.indexOf(SEPARATOR);
        return end < 0 ? 0 : Long.parseLong(identifier.substring(end + 1));
    }
}
