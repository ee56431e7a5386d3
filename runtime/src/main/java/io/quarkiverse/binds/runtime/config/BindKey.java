package io.quarkiverse.binds.runtime.config;

import java.util.List;

import io.quarkiverse.binds.Bind;

/**
 * A configuration key of this extension, taken apart: {@code quarkus.binds.users.pool.size} is the key {@code pool.size} of the
 * bind {@code users}; {@code quarkus.binds.url} is the key {@code url} of the default bind.
 *
 * @param bind the name of a bind, {@link Bind#DEFAULT} or {@link BindNames#ALL}
 * @param key the key below it
 */
public record BindKey(String bind, String key) {

    public static final String PREFIX = "quarkus.binds.";

    static final String URL = "url";
    static final String REPLICAS = "replicas";
    static final String USERNAME = "username";
    static final String PASSWORD = "password";
    static final String CREDENTIALS_PROVIDER = "credentials-provider";
    static final String DB_KIND = "db-kind";
    static final String PACKAGES = "packages";
    static final String TABLE_NAMES = "table-names";
    static final String ACTIVE = "active";
    static final String SCHEMA = "schema";
    static final String ISOLATION = "isolation";
    static final String TWO_PHASE = "two-phase";
    static final String DYNAMIC = "dynamic";
    static final String MAX_OPEN = "max-open";
    static final String IDLE_TTL = "idle-ttl";
    static final String MAX_CONNECTIONS = "max-connections";
    static final String KEY_PATTERN = "key-pattern";
    static final String ALLOW_URL_PROPERTIES = "allow-url-properties";
    static final String POOL_SIZE = "pool.size";
    static final String POOL_MAX_OVERFLOW = "pool.max-overflow";
    static final String POOL_TIMEOUT = "pool.timeout";
    static final String POOL_LOGIN_TIMEOUT = "pool.login-timeout";
    static final String POOL_PRE_PING = "pool.pre-ping";
    static final String POOL_PRE_PING_IDLE = "pool.pre-ping-idle";
    static final String POOL_RECYCLE = "pool.recycle";
    /** Below it any key is right: it is the driver that knows them. */
    static final String DRIVER_PROPERTIES = "driver-properties";

    /** Every key a bind can have, in the order in which the documentation lists them. */
    static final List<String> KNOWN = List.of(URL, REPLICAS, USERNAME, PASSWORD, CREDENTIALS_PROVIDER, DB_KIND, PACKAGES,
            TABLE_NAMES,
            TWO_PHASE, DYNAMIC, MAX_OPEN, IDLE_TTL, MAX_CONNECTIONS, KEY_PATTERN, ALLOW_URL_PROPERTIES, ACTIVE, SCHEMA,
            ISOLATION, POOL_SIZE, POOL_MAX_OVERFLOW, POOL_TIMEOUT, POOL_LOGIN_TIMEOUT, POOL_PRE_PING,
            POOL_PRE_PING_IDLE,
            POOL_RECYCLE);

    /** What only a bind with {@link #DYNAMIC} has a use for. */
    static final List<String> OF_DYNAMIC = List.of(MAX_OPEN, IDLE_TTL, MAX_CONNECTIONS, KEY_PATTERN, ALLOW_URL_PROPERTIES);

    /** Below it stands what concerns no single bind. */
    static final String SESSION = PREFIX + "session.";

    /** The keys below {@link #SESSION}. */
    static final List<String> SESSION_KEYS = List.of("commit", "rest", "retry-safe-methods");

    /** The property as a user would write it. */
    public static String property(String bind, String key) {
        return BindNames.isDefault(bind) ? PREFIX + key : PREFIX + DottedName.quoteIfNeeded(bind) + "." + key;
    }

    /** @see #property(String, String) */
    public String property() {
        return property(bind, key);
    }

    /**
     * @return the key, or null if the property is none of this extension, concerns no single bind, or has nothing below the
     *         name
     *         of a bind
     */
    static BindKey parse(String property) {
        if (!property.startsWith(PREFIX) || property.startsWith(SESSION)) {
            return null;
        }
        String rest = property.substring(PREFIX.length());
        DottedName name = DottedName.first(rest);
        if (!name.quoted() && startsLikeAKey(name.segment())) {
            return new BindKey(Bind.DEFAULT, rest);
        }
        return name.rest().isEmpty() ? null : new BindKey(name.segment(), name.rest());
    }

    boolean known() {
        return KNOWN.contains(key) || key.startsWith(DRIVER_PROPERTIES + ".");
    }

    private static boolean startsLikeAKey(String segment) {
        if (segment.equals(DRIVER_PROPERTIES)) {
            return true;
        }
        for (String known : KNOWN) {
            if (known.startsWith(segment) && (known.length() == segment.length() || known.charAt(segment.length()) == '.')) {
                return true;
            }
        }
        return false;
    }
}
