package io.quarkiverse.binds.runtime.config;

import java.util.Set;
import java.util.TreeSet;

import io.quarkiverse.binds.Bind;

/** Names of binds: how they are written, and which are refused. */
public final class BindNames {

    /** The block whose values hold for every bind. */
    public static final String ALL = "*";

    /**
     * What cannot be the name of a bind, because {@code quarkus.binds.<name>}, {@code quarkus.datasource.<name>} or
     * {@code quarkus.hibernate-orm.<name>} is the beginning of a key already.
     */
    private static final Set<String> RESERVED = reserved();

    private BindNames() {
    }

    /** The bind as it is called within a sentence: {@code the default bind} or {@code bind 'users'}. */
    public static String display(String bind) {
        return isDefault(bind) ? "the default bind" : "bind '" + bind + "'";
    }

    /** The bind as a line begins with it: {@code Default bind} or {@code Bind 'users'}. */
    public static String displayFirst(String bind) {
        return isDefault(bind) ? "Default bind" : "Bind '" + bind + "'";
    }

    public static boolean isDefault(String bind) {
        return Bind.DEFAULT.equals(bind);
    }

    public static boolean isReserved(String name) {
        return RESERVED.contains(name);
    }

    /** All reserved names, sorted. */
    public static Set<String> reservedNames() {
        return new TreeSet<>(RESERVED);
    }

    private static Set<String> reserved() {
        Set<String> names = new TreeSet<>(Set.of(
                // what concerns no single bind, and later concerns of the extension: kept free
                "session", "migrate", "migrations", "command", "dynamic", "observe",
                // first words of Quarkus's own keys
                "jdbc", "reactive", "devservices", "health", "health-exclude", "metrics", "db-version", "driver", "enabled",
                "blocking", "datasource", "database", "dialect", "fetch", "query", "cache", "validation", "mapping",
                "multitenant", "log", "statistics", "schema-management", "scripts", "flush", "discriminator",
                "quote-identifiers", "persistence-xml", "request-scoped", "dev-ui"));
        for (String key : BindKey.KNOWN) {
            int dot = key.indexOf('.');
            names.add(dot < 0 ? key : key.substring(0, dot));
        }
        names.add(BindKey.DRIVER_PROPERTIES);
        return names;
    }
}
