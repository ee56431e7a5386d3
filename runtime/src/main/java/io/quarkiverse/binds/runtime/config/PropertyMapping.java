package io.quarkiverse.binds.runtime.config;

import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

import io.quarkiverse.binds.BindSetting;
import io.quarkiverse.binds.Isolation;
import io.quarkiverse.binds.runtime.url.DatabaseUrl;
import io.smallrye.config.ConfigValue;

/**
 * Derives the values of keys of {@code quarkus.datasource}, {@code quarkus.hibernate-orm} and {@code quarkus.flyway} from
 * the keys of a bind. This table is the whole translation. A value that a user sets under Quarkus's own key wins: the
 * interceptor looks it up first.
 */
final class PropertyMapping {

    /** The class name of the driver, as text since package {@code pool} depends on this one; a test compares the two. */
    static final String BIND_DRIVER = "io.quarkiverse.binds.runtime.pool.BindDriver";

    private static final String DATABASE = "DATABASE";

    /**
     * The keys of Quarkus that may be derived, each with the keys of a bind of which one must be set for a value; no keys if it
     * is derived for every bind.
     */
    private static final Map<String, Set<String>> DATASOURCE = new LinkedHashMap<>();
    private static final Map<String, Set<String>> HIBERNATE = new LinkedHashMap<>();
    // Flyway's own default, db/migration, contains the scripts of all binds
    private static final Map<String, Set<String>> FLYWAY = Map.of(QuarkusKey.LOCATIONS, Set.of());

    /** The names of the keys of a bind that each key of Quarkus is derived from. */
    private static final Map<String, Set<String>> SOURCES = new HashMap<>();

    static {
        for (Key key : Key.values()) {
            for (Key.Target target : key.followers()) {
                String name = target.root() + target.key();
                SOURCES.putIfAbsent(name, new HashSet<>());
                SOURCES.get(name).add(key.key());
            }
        }
        always(QuarkusKey.DB_KIND, QuarkusKey.DRIVER);
        fromKeys(QuarkusKey.TRANSACTIONS);
        always(QuarkusKey.HEALTH_EXCLUDE, QuarkusKey.DEV_SERVICES);
        fromKeys(QuarkusKey.JDBC_URL, QuarkusKey.USERNAME, QuarkusKey.PASSWORD, QuarkusKey.CREDENTIALS_PROVIDER,
                QuarkusKey.ACTIVE);
        always(QuarkusKey.MAX_SIZE, QuarkusKey.IDLE_REMOVAL);
        fromKeys(QuarkusKey.METRICS);
        always(QuarkusKey.ACQUISITION_TIMEOUT, QuarkusKey.VALIDATION_TIMEOUT, QuarkusKey.FOREGROUND_VALIDATION);
        fromKeys(QuarkusKey.VALIDATE_ON_BORROW);
        always(QuarkusKey.MAX_LIFETIME);
        fromKeys(QuarkusKey.ISOLATION);

        HIBERNATE.put(QuarkusKey.UNIT_DATASOURCE, Set.of());
        for (String key : List.of(QuarkusKey.MULTITENANT, QuarkusKey.SCHEMA, QuarkusKey.ACTIVE)) {
            HIBERNATE.put(key, sourceKeys(QuarkusKey.HIBERNATE, key));
        }
        HIBERNATE.put(QuarkusKey.START_OFFLINE, Set.of());
    }

    private PropertyMapping() {
    }

    /** Declares keys of a datasource that are derived for every bind. */
    private static void always(String... keys) {
        for (String key : keys) {
            DATASOURCE.put(key, Set.of());
        }
    }

    /** Declares keys of a datasource that are derived if the bind has one of the keys from which {@link Key} derives them. */
    private static void fromKeys(String... keys) {
        for (String key : keys) {
            DATASOURCE.put(key, sourceKeys(QuarkusKey.DATASOURCE, key));
        }
    }

    private static Set<String> sourceKeys(String root, String key) {
        return SOURCES.getOrDefault(root + key, Set.of());
    }

    /**
     * The keys of a root, below the name of a bind, that may be derived; keys of driver properties are not among them.
     *
     * @return each with the keys of a bind of which one must be set for a value; no keys if it is derived for every bind
     */
    static Map<String, Set<String>> keys(String root) {
        return root.equals(QuarkusKey.DATASOURCE) ? DATASOURCE : root.equals(QuarkusKey.HIBERNATE) ? HIBERNATE : FLYWAY;
    }

    /**
     * Derives the value of a key of Quarkus.
     *
     * @param key the key below the name of the bind
     * @param property the whole key, in the spelling that is asked for
     * @return null if that key has no derived value
     */
    static ConfigValue derive(BindPropertyLookup values, String root, String bind, String key, String property) {
        if (root.equals(QuarkusKey.HIBERNATE)) {
            return ofPersistenceUnit(values, bind, key, property);
        }
        if (root.equals(QuarkusKey.FLYWAY)) {
            return key.equals(QuarkusKey.LOCATIONS) ? text(property, MigrationLocation.of(bind), null) : null;
        }
        return key.startsWith(QuarkusKey.DRIVER_PROPERTIES)
                ? text(property, values.driverProperty(bind, key.substring(QuarkusKey.DRIVER_PROPERTIES.length())))
                : ofDatasource(values, bind, key, property);
    }

    // a switch: a lambda for each key would be a class for each that every start loads
    private static ConfigValue ofDatasource(BindPropertyLookup values, String bind, String key, String property) {
        return switch (key) {
            case QuarkusKey.DB_KIND -> text(property, values.kind(bind), null);
            case QuarkusKey.DRIVER -> values.isTwoPhase(bind) ? null : text(property, BIND_DRIVER, null);
            case QuarkusKey.TRANSACTIONS -> values.isTwoPhase(bind) ? text(property, QuarkusKey.XA, null) : null;
            // Quarkus's check asks one datasource after the other and has no time limit; binds have checks of their own
            case QuarkusKey.HEALTH_EXCLUDE -> text(property, "true", null);
            case QuarkusKey.DEV_SERVICES -> devServices(values, bind, property);
            case QuarkusKey.JDBC_URL -> url(values, bind, property);
            case QuarkusKey.USERNAME -> fromUrl(values, bind, property, Key.USERNAME);
            case QuarkusKey.PASSWORD -> fromUrl(values, bind, property, Key.PASSWORD);
            case QuarkusKey.CREDENTIALS_PROVIDER -> text(property, values.find(bind, Key.CREDENTIALS_PROVIDER));
            case QuarkusKey.ACTIVE -> text(property, values.find(bind, Key.ACTIVE));
            case QuarkusKey.MAX_SIZE -> maxSize(values, bind, property);
            // else Quarkus closes connections idle for five minutes; pool.size is kept, and overflow is closed earlier
            case QuarkusKey.IDLE_REMOVAL -> values.isDynamic(bind) ? null : text(property, "0", null);
            // the datasource of a dynamic bind never has a connection; the pools of its databases have meters of their own
            case QuarkusKey.METRICS -> values.isDynamic(bind) ? text(property, "false", null) : null;
            case QuarkusKey.ACQUISITION_TIMEOUT -> text(property, values.find(bind, Key.POOL_TIMEOUT));
            case QuarkusKey.VALIDATION_TIMEOUT -> validationTimeout(values, bind, property);
            case QuarkusKey.FOREGROUND_VALIDATION -> prePing(values, bind, property, false);
            case QuarkusKey.VALIDATE_ON_BORROW -> prePing(values, bind, property, true);
            case QuarkusKey.MAX_LIFETIME -> maxLifetime(values, bind, property);
            case QuarkusKey.ISOLATION -> isolation(values, bind, property);
            default -> null;
        };
    }

    private static ConfigValue ofPersistenceUnit(BindPropertyLookup values, String bind, String key, String property) {
        return switch (key) {
            case QuarkusKey.UNIT_DATASOURCE -> text(property, bind, null);
            case QuarkusKey.MULTITENANT -> values.isDynamic(bind) ? text(property, DATABASE, null) : null;
            case QuarkusKey.SCHEMA -> values.hasUrl(bind) ? text(property, values.find(bind, Key.SCHEMA)) : null;
            case QuarkusKey.ACTIVE -> text(property, values.find(bind, Key.ACTIVE));
            // without a URL there is no server to ask for its version and metadata
            case QuarkusKey.START_OFFLINE -> values.hasUrl(bind) ? null : text(property, "true", null);
            default -> null;
        };
    }

    /**
     * Adds the properties that may be derived for a bind, found by the names of its keys and not by their values, which is
     * cheap. Driver properties and their defaults are not among them.
     *
     * @param prefix the part of the properties before the key
     * @param own the keys that the bind has
     * @param ofAll the keys that the block of all binds has
     */
    static void addKeys(String root, String prefix, Set<String> own, Set<String> ofAll, List<String> properties) {
        for (Map.Entry<String, Set<String>> rule : keys(root).entrySet()) {
            Set<String> from = rule.getValue();
            boolean derived = from.isEmpty();
            for (String key : from) {
                derived |= own.contains(key) || ofAll.contains(key);
            }
            if (derived) {
                properties.add(prefix + rule.getKey());
            }
        }
    }

    private static ConfigValue text(String property, String value, ConfigValue from) {
        return value == null ? null : DerivedValue.value(property, value, from);
    }

    private static ConfigValue text(String property, Found found) {
        return found == null ? null : text(property, found.value(), found.config());
    }

    /**
     * Enables Dev Services for a default bind without a URL: beside named datasources Quarkus starts none for the default one,
     * and does not guess its kind from the driver, unless {@code devservices.enabled} is set.
     */
    private static ConfigValue devServices(BindPropertyLookup values, String bind, String property) {
        if (values.isDynamic(bind)) {
            return text(property, "false", null); // the server of a Dev Service would have none of the bind's databases
        }
        boolean needed = BindNames.isDefault(bind) && (values.kind(bind) == null || !values.hasUrl(bind));
        return needed ? text(property, "true", null) : null;
    }

    private static ConfigValue url(BindPropertyLookup values, String bind, String property) {
        Found found = values.find(bind, Key.URL);
        if (found == null || values.isDynamic(bind)) {
            return null;
        }
        // Dev Services check for a URL while expressions are not expanded: the bind has one
        if (found.isUnexpanded()) {
            return text(property, found.value(), found.config());
        }
        DatabaseUrl url = values.url(bind);
        return url == null ? null : text(property, url.jdbcUrl(), found.config());
    }

    private static ConfigValue fromUrl(BindPropertyLookup values, String bind, String property, Key key) {
        Found found = values.find(bind, key);
        if (found != null && found.source().equals(BindSetting.BIND)) {
            return text(property, found.value(), found.config());
        }
        DatabaseUrl url = values.url(bind);
        if (url != null) {
            String inUrl = (key == Key.USERNAME ? url.username() : url.password()).orElse(null);
            if (inUrl != null) {
                return text(property, inUrl, values.find(bind, Key.URL).config());
            }
        }
        return text(property, found);
    }

    private static ConfigValue maxSize(BindPropertyLookup values, String bind, String property) {
        try {
            int size = Integer.parseInt(values.value(bind, Key.POOL_SIZE));
            int overflow = Integer.parseInt(values.value(bind, Key.POOL_MAX_OVERFLOW));
            return text(property, Integer.toString(Math.addExact(size, overflow)), null);
        } catch (ArithmeticException | NumberFormatException e) {
            return null; // the mapping of quarkus.binds refuses it, naming its own key
        }
    }

    private static ConfigValue prePing(BindPropertyLookup values, String bind, String property, boolean everyBorrow) {
        if (!Boolean.parseBoolean(values.value(bind, Key.POOL_PRE_PING))) {
            return null;
        }
        Found idle = values.find(bind, Key.POOL_PRE_PING_IDLE);
        Duration duration = BindPropertyLookup.duration(idle.value());
        if (duration == null) {
            return null;
        }
        if (everyBorrow) {
            return duration.isZero() ? text(property, "true", idle.config()) : null;
        }
        return duration.isZero() ? null : text(property, idle.value(), idle.config());
    }

    /** Rounds to whole seconds, the unit of the drivers; zero would mean no limit. */
    private static ConfigValue validationTimeout(BindPropertyLookup values, String bind, String property) {
        Found login = values.find(bind, Key.POOL_LOGIN_TIMEOUT);
        Duration duration = BindPropertyLookup.duration(login.value());
        return duration == null ? null
                : text(property, Math.max(1, duration.plusMillis(999).toSeconds()) + "s", login.config());
    }

    private static ConfigValue maxLifetime(BindPropertyLookup values, String bind, String property) {
        Found recycle = values.find(bind, Key.POOL_RECYCLE);
        Duration duration = recycle == null ? null : BindPropertyLookup.duration(recycle.value());
        // 0 and SQLAlchemy's -1 mean never, as does the absence of Quarkus's key
        return duration == null || duration.isZero() || duration.isNegative() ? null
                : text(property, recycle.value(), recycle.config());
    }

    private static ConfigValue isolation(BindPropertyLookup values, String bind, String property) {
        Found found = values.find(bind, Key.ISOLATION);
        String level = found == null ? null : found.value().toUpperCase(Locale.ROOT).replace(' ', '_').replace('-', '_');
        return level == null || level.equals(Isolation.DEFAULT.name()) ? null : text(property, level, found.config());
    }
}
