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

    /** Derives a value. */
    interface Derivation {

        /**
         * @param property the key of Quarkus
         * @return null if that key has no derived value
         */
        ConfigValue derive(BindPropertyLookup values, String bind, String property);
    }

    /**
     * How the value of a key of Quarkus is derived.
     *
     * @param from the keys of a bind of which one must be set for a value to be derived; empty if it is derived for every bind
     */
    record Rule(Set<String> from, Derivation derivation) {
    }

    private static final Map<String, Rule> DATASOURCE = new LinkedHashMap<>();
    private static final Map<String, Rule> HIBERNATE = new LinkedHashMap<>();
    private static final Map<String, Rule> FLYWAY = new LinkedHashMap<>();

    /** The names of the keys of a bind that each key of Quarkus is derived from. */
    private static final Map<String, Set<String>> SOURCES = new HashMap<>();

    static {
        for (Key key : Key.values()) {
            key.followers().forEach(
                    target -> SOURCES.computeIfAbsent(target.root() + target.key(), name -> new HashSet<>()).add(key.key()));
        }
        always(QuarkusKey.DB_KIND, (values, bind, property) -> text(property, values.kind(bind), null));
        always(QuarkusKey.DRIVER,
                (values, bind, property) -> values.isTwoPhase(bind) ? null : text(property, BIND_DRIVER, null));
        fromKeys(QuarkusKey.TRANSACTIONS,
                (values, bind, property) -> values.isTwoPhase(bind) ? text(property, QuarkusKey.XA, null) : null);
        // Quarkus's check asks one datasource after the other and has no time limit; binds have checks of their own
        always(QuarkusKey.HEALTH_EXCLUDE, (values, bind, property) -> text(property, "true", null));
        always(QuarkusKey.DEV_SERVICES, PropertyMapping::devServices);
        fromKeys(QuarkusKey.JDBC_URL, PropertyMapping::url);
        fromKeys(QuarkusKey.USERNAME, (values, bind, property) -> fromUrl(values, bind, property, Key.USERNAME));
        fromKeys(QuarkusKey.PASSWORD, (values, bind, property) -> fromUrl(values, bind, property, Key.PASSWORD));
        fromKeys(QuarkusKey.CREDENTIALS_PROVIDER, same(Key.CREDENTIALS_PROVIDER));
        fromKeys(QuarkusKey.ACTIVE, same(Key.ACTIVE));
        always(QuarkusKey.MAX_SIZE, PropertyMapping::maxSize);
        // else Quarkus closes connections idle for five minutes; pool.size is kept, and overflow connections are closed earlier
        always(QuarkusKey.IDLE_REMOVAL, (values, bind, property) -> values.isDynamic(bind) ? null : text(property, "0", null));
        // the datasource of a dynamic bind never has a connection; the pools of its databases have meters of their own
        fromKeys(QuarkusKey.METRICS,
                (values, bind, property) -> values.isDynamic(bind) ? text(property, "false", null) : null);
        always(QuarkusKey.ACQUISITION_TIMEOUT, same(Key.POOL_TIMEOUT));
        always(QuarkusKey.VALIDATION_TIMEOUT, PropertyMapping::validationTimeout);
        always(QuarkusKey.FOREGROUND_VALIDATION, (values, bind, property) -> prePing(values, bind, property, false));
        fromKeys(QuarkusKey.VALIDATE_ON_BORROW, (values, bind, property) -> prePing(values, bind, property, true));
        always(QuarkusKey.MAX_LIFETIME, PropertyMapping::maxLifetime);
        fromKeys(QuarkusKey.ISOLATION, PropertyMapping::isolation);

        persistenceUnit(true, QuarkusKey.UNIT_DATASOURCE, (values, bind, property) -> text(property, bind, null));
        persistenceUnit(false, QuarkusKey.MULTITENANT,
                (values, bind, property) -> values.isDynamic(bind) ? text(property, DATABASE, null) : null);
        persistenceUnit(false, QuarkusKey.SCHEMA, PropertyMapping::schema);
        persistenceUnit(false, QuarkusKey.ACTIVE, same(Key.ACTIVE));
        persistenceUnit(true, QuarkusKey.START_OFFLINE, PropertyMapping::startOffline);

        // Flyway's own default, db/migration, contains the scripts of all binds
        FLYWAY.put(QuarkusKey.LOCATIONS, new Rule(Set.of(),
                (values, bind, property) -> text(property, MigrationLocation.of(bind), null)));
    }

    private PropertyMapping() {
    }

    /** Declares a key of a datasource that is derived for every bind. */
    private static void always(String key, Derivation derivation) {
        DATASOURCE.put(key, new Rule(Set.of(), derivation));
    }

    /** Declares a key of a datasource that is derived if the bind has one of the keys from which {@link Key} derives it. */
    private static void fromKeys(String key, Derivation derivation) {
        DATASOURCE.put(key, new Rule(sourceKeys(QuarkusKey.DATASOURCE, key), derivation));
    }

    private static void persistenceUnit(boolean always, String key, Derivation derivation) {
        HIBERNATE.put(key, new Rule(always ? Set.of() : sourceKeys(QuarkusKey.HIBERNATE, key), derivation));
    }

    private static Set<String> sourceKeys(String root, String key) {
        return SOURCES.getOrDefault(root + key, Set.of());
    }

    /** The rules of a root, by the key below the name of a bind; driver properties have none, see {@link #driverProperty}. */
    static Map<String, Rule> rules(String root) {
        return root.equals(QuarkusKey.DATASOURCE) ? DATASOURCE : root.equals(QuarkusKey.HIBERNATE) ? HIBERNATE : FLYWAY;
    }

    /**
     * Derives the value of a driver property.
     *
     * @param property the key of Quarkus
     * @return null if it has no value
     */
    static ConfigValue driverProperty(BindPropertyLookup values, String bind, String driverProperty, String property) {
        return text(property, values.driverProperty(bind, driverProperty));
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
        for (Map.Entry<String, Rule> rule : rules(root).entrySet()) {
            Set<String> from = rule.getValue().from;
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

    private static Derivation same(Key key) {
        return (values, bind, property) -> text(property, values.find(bind, key));
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

    private static ConfigValue schema(BindPropertyLookup values, String bind, String property) {
        return values.hasUrl(bind) ? same(Key.SCHEMA).derive(values, bind, property) : null;
    }

    /** Starts Hibernate offline for a bind without a URL, as there is no server to ask for its version and metadata. */
    private static ConfigValue startOffline(BindPropertyLookup values, String bind, String property) {
        return values.hasUrl(bind) ? null : text(property, "true", null);
    }
}
