package io.quarkiverse.binds.runtime.config;

import java.util.Collections;
import java.util.Set;
import java.util.TreeSet;

/**
 * Names that no bind can have, because {@code quarkus.binds.<name>}, {@code quarkus.datasource.<name>} or
 * {@code quarkus.hibernate-orm.<name>} is the beginning of an existing key.
 */
final class ReservedNames {

    private static final Set<String> ALL = declared();

    private ReservedNames() {
    }

    static boolean contains(String name) {
        return ALL.contains(name);
    }

    /** All reserved names, sorted. */
    static Set<String> all() {
        return ALL;
    }

    private static Set<String> declared() {
        Set<String> names = new TreeSet<>(Set.of(
                // sections that belong to no single bind, and names kept free for later versions
                "session", "migrate", "migrations", "command", "dynamic", "observe", "queries",
                // first segments of Quarkus's own keys
                "jdbc", "reactive", "devservices", "health", "health-exclude", "metrics", "db-version", "driver", "enabled",
                "blocking", "datasource", "database", "dialect", "fetch", "query", "cache", "validation", "mapping",
                "multitenant", "log", "statistics", "schema-management", "scripts", "flush", "discriminator",
                "quote-identifiers", "persistence-xml", "request-scoped", "dev-ui"));
        names.addAll(BindKey.FIRST_WORDS);
        return Collections.unmodifiableSet(names);
    }
}
