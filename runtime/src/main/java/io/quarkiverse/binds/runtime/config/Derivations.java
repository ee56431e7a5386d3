package io.quarkiverse.binds.runtime.config;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

import io.quarkiverse.binds.BindSetting;
import io.quarkiverse.binds.runtime.config.BindValues.Found;
import io.quarkiverse.binds.runtime.url.DatabaseUrl;
import io.quarkus.runtime.configuration.DurationConverter;
import io.smallrye.config.ConfigValue;

/**
 * Which key of {@code quarkus.datasource} and {@code quarkus.hibernate-orm} follows from which {@code quarkus.binds} key. This
 * table is the whole translation; what a user sets under Quarkus's own keys is looked at by the interceptor, before it.
 */
final class Derivations {

    static final String URL = "jdbc.url";
    static final String USERNAME = "username";
    static final String PASSWORD = "password";
    static final String CREDENTIALS_PROVIDER = "credentials-provider";
    static final String ACTIVE = "active";
    static final String DRIVER = "jdbc.driver";
    static final String TRANSACTIONS = "jdbc.transactions";
    static final String XA = "xa";
    static final String MAX_SIZE = "jdbc.max-size";
    static final String ACQUISITION_TIMEOUT = "jdbc.acquisition-timeout";
    static final String FOREGROUND_VALIDATION = "jdbc.foreground-validation-interval";
    static final String VALIDATE_ON_BORROW = "jdbc.validate-on-borrow";
    static final String VALIDATION_TIMEOUT = "jdbc.validation-query-timeout";
    static final String MAX_LIFETIME = "jdbc.max-lifetime";
    static final String ISOLATION = "jdbc.transaction-isolation-level";
    static final String DRIVER_PROPERTIES = "jdbc.additional-jdbc-properties.";

    /** By name, since {@code pool} stands on this package; a test holds the two together. */
    static final String BIND_DRIVER = "io.quarkiverse.binds.runtime.pool.BindDriver";

    static final String DEV_SERVICES = "devservices.enabled";

    static final String UNIT_DATASOURCE = "datasource";
    static final String MULTITENANT = "multitenant";
    private static final String DATABASE = "DATABASE";
    static final String SCHEMA = "schema-management.strategy";
    static final String START_OFFLINE = "database.start-offline";
    /** The name of {@link #SCHEMA} before Quarkus 3.22, still read by Quarkus. */
    static final String OLD_SCHEMA = "database.generation";

    /** Makes Hibernate's own step leave the entities to us; see {@code PersistenceUnitProcessor} of the deployment module. */
    static final String BLOCKING = QuarkusKey.HIBERNATE + "blocking";

    private interface Derivation {
        ConfigValue derive(BindValues values, String bind, String property);
    }

    /**
     * @param from the keys of a bind without which nothing follows; empty if something follows for every bind
     */
    private record Rule(Set<String> from, Derivation derivation) {
    }

    private static final Map<String, Rule> DATASOURCE = new LinkedHashMap<>();
    private static final Map<String, Rule> HIBERNATE = new LinkedHashMap<>();

    static {
        always(DATASOURCE, BindKey.DB_KIND, (values, bind, property) -> text(property, values.kind(bind), null));
        always(DATASOURCE, DRIVER,
                (values, bind, property) -> values.isTwoPhase(bind) ? null : text(property, BIND_DRIVER, null));
        from(DATASOURCE, TRANSACTIONS, (values, bind, property) -> values.isTwoPhase(bind) ? text(property, XA, null) : null,
                BindKey.TWO_PHASE);
        always(DATASOURCE, DEV_SERVICES, Derivations::devServices);
        from(DATASOURCE, URL, Derivations::url, BindKey.URL);
        from(DATASOURCE, USERNAME, (values, bind, property) -> fromUrl(values, bind, property, BindKey.USERNAME),
                BindKey.USERNAME, BindKey.URL);
        from(DATASOURCE, PASSWORD, (values, bind, property) -> fromUrl(values, bind, property, BindKey.PASSWORD),
                BindKey.PASSWORD, BindKey.URL);
        from(DATASOURCE, CREDENTIALS_PROVIDER, same(BindKey.CREDENTIALS_PROVIDER), BindKey.CREDENTIALS_PROVIDER);
        from(DATASOURCE, ACTIVE, same(BindKey.ACTIVE), BindKey.ACTIVE);
        always(DATASOURCE, MAX_SIZE, Derivations::maxSize);
        always(DATASOURCE, ACQUISITION_TIMEOUT, same(BindKey.POOL_TIMEOUT));
        always(DATASOURCE, VALIDATION_TIMEOUT, Derivations::validationTimeout);
        always(DATASOURCE, FOREGROUND_VALIDATION, (values, bind, property) -> prePing(values, bind, property, false));
        from(DATASOURCE, VALIDATE_ON_BORROW, (values, bind, property) -> prePing(values, bind, property, true),
                BindKey.POOL_PRE_PING_IDLE);
        always(DATASOURCE, MAX_LIFETIME, Derivations::maxLifetime);
        from(DATASOURCE, ISOLATION, Derivations::isolation, BindKey.ISOLATION);

        always(HIBERNATE, UNIT_DATASOURCE, (values, bind, property) -> text(property, bind, null));
        from(HIBERNATE, MULTITENANT, (values, bind, property) -> values.isDynamic(bind) ? text(property, DATABASE, null) : null,
                BindKey.DYNAMIC);
        from(HIBERNATE, SCHEMA, Derivations::schema, BindKey.SCHEMA);
        from(HIBERNATE, ACTIVE, same(BindKey.ACTIVE), BindKey.ACTIVE);
        always(HIBERNATE, START_OFFLINE, Derivations::startOffline);
    }

    private Derivations() {
    }

    private static void always(Map<String, Rule> rules, String key, Derivation derivation) {
        from(rules, key, derivation);
    }

    private static void from(Map<String, Rule> rules, String key, Derivation derivation, String... bindKeys) {
        rules.put(key, new Rule(Set.of(bindKeys), derivation));
    }

    /**
     * @return null if nothing follows for that key
     */
    static ConfigValue derive(BindValues values, QuarkusKey key) {
        boolean datasource = key.root().equals(QuarkusKey.DATASOURCE);
        if (datasource && key.key().startsWith(DRIVER_PROPERTIES)) {
            String driverProperty = BindKey.DRIVER_PROPERTIES + "." + key.key().substring(DRIVER_PROPERTIES.length());
            return same(driverProperty).derive(values, key.bind(), key.property());
        }
        Rule rule = (datasource ? DATASOURCE : HIBERNATE).get(key.key());
        return rule == null ? null : rule.derivation().derive(values, key.bind(), key.property());
    }

    /**
     * The keys that may follow for a bind, told by the keys that it has and not by their values, which is cheap;
     * those of driver properties and their defaults come on top.
     *
     * @param hasKey whether the bind, or the block of all binds, has a key
     */
    static List<String> keys(String root, Predicate<String> hasKey) {
        List<String> keys = new ArrayList<>();
        (root.equals(QuarkusKey.DATASOURCE) ? DATASOURCE : HIBERNATE).forEach((key, rule) -> {
            if (rule.from().isEmpty() || rule.from().stream().anyMatch(hasKey)) {
                keys.add(key);
            }
        });
        return keys;
    }

    private static ConfigValue text(String property, String value, ConfigValue from) {
        return value == null ? null : Derived.value(property, value, from);
    }

    private static Derivation same(String key) {
        return (values, bind, property) -> {
            Found found = values.find(bind, key);
            return found == null ? null : text(property, found.value(), found.config());
        };
    }

    /**
     * Beside named datasources Quarkus gives the default one no Dev Service, and no kind that it guessed from the driver,
     * unless it is asked to. A default bind was asked for.
     */
    private static ConfigValue devServices(BindValues values, String bind, String property) {
        if (values.isDynamic(bind)) {
            return text(property, "false", null); // one server would be none of its databases
        }
        boolean needed = BindNames.isDefault(bind) && (values.kind(bind) == null || !values.hasUrl(bind));
        return needed ? text(property, "true", null) : null;
    }

    private static ConfigValue url(BindValues values, String bind, String property) {
        Found found = values.find(bind, BindKey.URL);
        if (found == null || values.isDynamic(bind)) {
            return null;
        }
        // Dev Services ask whether there is a URL while expressions are not expanded: the answer is yes
        if (found.value().contains("${")) {
            return text(property, found.value(), found.config());
        }
        DatabaseUrl url = values.url(bind);
        return url == null ? null : text(property, url.jdbcUrl(), found.config());
    }

    private static ConfigValue fromUrl(BindValues values, String bind, String property, String key) {
        Found found = values.find(bind, key);
        if (found != null && found.source().equals(BindSetting.BIND)) {
            return text(property, found.value(), found.config());
        }
        DatabaseUrl url = values.url(bind);
        if (url != null) {
            String inUrl = (key.equals(BindKey.USERNAME) ? url.username() : url.password()).orElse(null);
            if (inUrl != null) {
                return text(property, inUrl, values.find(bind, BindKey.URL).config());
            }
        }
        return found == null ? null : text(property, found.value(), found.config());
    }

    private static ConfigValue maxSize(BindValues values, String bind, String property) {
        try {
            int size = Integer.parseInt(values.value(bind, BindKey.POOL_SIZE));
            int overflow = Integer.parseInt(values.value(bind, BindKey.POOL_MAX_OVERFLOW));
            return text(property, Integer.toString(Math.addExact(size, overflow)), null);
        } catch (ArithmeticException | NumberFormatException e) {
            return null; // the mapping of quarkus.binds refuses it, by its own name
        }
    }

    private static ConfigValue prePing(BindValues values, String bind, String property, boolean everyBorrow) {
        if (!Boolean.parseBoolean(values.value(bind, BindKey.POOL_PRE_PING))) {
            return null;
        }
        Found idle = values.find(bind, BindKey.POOL_PRE_PING_IDLE);
        Duration duration = duration(idle.value());
        if (duration == null) {
            return null;
        }
        if (everyBorrow) {
            return duration.isZero() ? text(property, "true", idle.config()) : null;
        }
        return duration.isZero() ? null : text(property, idle.value(), idle.config());
    }

    /** In whole seconds, as drivers know it; zero would be without limit. */
    private static ConfigValue validationTimeout(BindValues values, String bind, String property) {
        Found login = values.find(bind, BindKey.POOL_LOGIN_TIMEOUT);
        Duration duration = duration(login.value());
        return duration == null ? null
                : text(property, Math.max(1, duration.plusMillis(999).toSeconds()) + "s", login.config());
    }

    private static ConfigValue maxLifetime(BindValues values, String bind, String property) {
        Found recycle = values.find(bind, BindKey.POOL_RECYCLE);
        Duration duration = recycle == null ? null : duration(recycle.value());
        // 0 and SQLAlchemy's -1 mean never, which is what Quarkus does without the key
        return duration == null || duration.isZero() || duration.isNegative() ? null
                : text(property, recycle.value(), recycle.config());
    }

    private static ConfigValue isolation(BindValues values, String bind, String property) {
        Found found = values.find(bind, BindKey.ISOLATION);
        return found == null ? null
                : text(property, found.value().toUpperCase(Locale.ROOT).replace(' ', '_').replace('-', '_'), found.config());
    }

    private static ConfigValue schema(BindValues values, String bind, String property) {
        return values.hasUrl(bind) ? same(BindKey.SCHEMA).derive(values, bind, property) : null;
    }

    /** Without a URL there is no server to ask for its version and its metadata. */
    private static ConfigValue startOffline(BindValues values, String bind, String property) {
        return values.hasUrl(bind) ? null : text(property, "true", null);
    }

    static Duration duration(String value) {
        try {
            return DurationConverter.parseDuration(value);
        } catch (IllegalArgumentException e) {
            return null; // the mapping of quarkus.binds refuses it, by its own name
        }
    }
}
