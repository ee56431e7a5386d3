package io.quarkiverse.binds.runtime.dynamic;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The names by which Hibernate tells the databases of a bind, in its caches and in the ranges of ids that it has reserved:
 * after a close by hand another database may be there under the same key, so that the key alone will not do. Thread-safe.
 */
final class Tenants {

    /** In no key: {@link Keys} refuses what cannot be written. */
    private static final char SEPARATOR = '\u0001';

    /** Of more closed keys than that none is remembered: all get new names, which costs them the rest of a range of ids. */
    static final int REMEMBERED = 10_000;

    private final Map<String, Long> closed = new ConcurrentHashMap<>();
    private volatile long ofOthers;
    private long last;

    /** What comes after under that key may be another database. */
    synchronized void closed(String key) {
        last++;
        if (closed.size() < REMEMBERED || closed.containsKey(key)) {
            closed.put(key, last);
        } else {
            ofOthers = last;
            closed.clear();
        }
    }

    String name(String key) {
        Long own = closed.isEmpty() ? null : closed.get(key);
        long number = own == null ? ofOthers : own;
        return number == 0 ? key : key + SEPARATOR + number;
    }

    static String key(String name) {
        int end = name.indexOf(SEPARATOR);
        return end < 0 ? name : name.substring(0, end);
    }
}
