package io.quarkiverse.binds.runtime.dynamic;

import java.util.HashMap;
import java.util.Map;

/**
 * The URL at which each key was last opened. A source may give another URL with each opening, and so may {@code open} after a
 * close. Another URL begins a new generation of the key, so that caches and reserved ids of the previous database are not used.
 * Thread-safe.
 */
final class OpenedUrls {

    /** Maximum of remembered keys: with more, all are forgotten, and another URL without a close is once not noticed. */
    private static final int MAX_REMEMBERED = 10_000;

    private final TenantIdentifiers tenants;
    private final Map<String, Opened> byKey = new HashMap<>();

    /**
     * @param generation the generation of the key at its last opening
     * @param firstGeneration the first generation of the key with this URL; zero if there was no other URL
     */
    private record Opened(String url, long generation, long firstGeneration) {
    }

    OpenedUrls(TenantIdentifiers tenants) {
        this.tenants = tenants;
    }

    /**
     * @param moved runs if the previous URL was another one
     * @return the first generation of the key with this URL
     */
    synchronized long opened(String key, String url, Runnable moved) {
        Opened before = byKey.get(key);
        long firstGeneration = before == null ? 0 : before.firstGeneration();
        if (before != null && !before.url().equals(url)) {
            moved.run();
            if (tenants.generation(key) == before.generation()) {
                tenants.closed(key); // moved without a close
            }
            firstGeneration = tenants.generation(key);
        } else if (byKey.size() >= MAX_REMEMBERED) {
            byKey.clear();
        }
        byKey.put(key, new Opened(url, tenants.generation(key), firstGeneration));
        return firstGeneration;
    }
}
