package io.quarkiverse.binds.runtime.config;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

import io.quarkiverse.binds.BindSetting;
import io.quarkiverse.binds.runtime.url.DatabaseUrl;
import io.quarkiverse.binds.runtime.url.DatabaseUrlException;
import io.quarkiverse.binds.runtime.url.ForeignDriver;
import io.quarkiverse.binds.runtime.url.UntrustedUrl;
import io.quarkus.datasource.common.runtime.DatabaseKind;
import io.quarkus.runtime.configuration.DurationConverter;
import io.smallrye.config.ConfigValue;
import io.smallrye.config.Expressions;

/**
 * Looks up the value of a key, in this order: the bind itself, all binds, the default for the kind of database, the default of
 * the key. Quarkus's own keys are read for the kind and for two-phase commit only. Each value is looked up once, so an object
 * serves for one configuration, or one start. Thread-safe.
 */
final class BindPropertyLookup {

    private static final String DEFAULT_OF_KIND = " default";

    private static final Set<String> MYSQL_KINDS = Set.of(DatabaseKind.MYSQL, DatabaseKind.MARIADB);

    private final Function<String, ConfigValue> lookup;
    /** The keys of each bind that are known not to be set; none for a bind that is missing. */
    private final Map<String, Set<Key>> unset;
    /** The values in effect of each bind, defaults included, except for passwords. */
    private final Map<String, Map<Key, Optional<Found>>> inEffect = new ConcurrentHashMap<>();
    /** The values of each bind by key, except for passwords; the values for all binds are asked for with each bind. */
    private final Map<String, Map<String, Optional<Found>>> known = new ConcurrentHashMap<>();
    /** The part of a property before the key, by bind. */
    private final Map<String, String> prefixes = new ConcurrentHashMap<>();
    /** The URL of each bind as it was last parsed: several keys and each driver property are derived from it. */
    private final Map<String, ParsedUrl> urls = new ConcurrentHashMap<>();

    /** @param lookup returns the value of a property; null, or a value without text, if it has none */
    BindPropertyLookup(Function<String, ConfigValue> lookup) {
        this(lookup, Map.of());
    }

    /**
     * @param lookup returns the value of a property; null, or a value without text, if it has none
     * @param unset the keys of each bind that are known not to be set, neither for it nor for all binds: they are not looked up
     */
    BindPropertyLookup(Function<String, ConfigValue> lookup, Map<String, Set<Key>> unset) {
        this.lookup = lookup;
        this.unset = unset;
    }

    private record ParsedUrl(String text, DatabaseUrl url) {
    }

    /** @return null if the key has no value and no default */
    Found find(String bind, Key key) {
        Set<Key> none = unset.get(bind);
        if (none != null && none.contains(key)) {
            return byDefault(bind, key);
        }
        if (PlainDefaults.VERBATIM.contains(key) || !Expressions.isEnabled()) {
            return findAnew(bind, key);
        }
        Map<Key, Optional<Found>> ofBind = inEffect.get(bind);
        if (ofBind == null) {
            ofBind = inEffect.computeIfAbsent(bind, name -> new ConcurrentHashMap<>());
        }
        Optional<Found> found = ofBind.get(key);
        if (found == null) {
            found = Optional.ofNullable(findAnew(bind, key));
            ofBind.put(key, found);
        }
        return found.orElse(null);
    }

    private Found findAnew(String bind, Key key) {
        Found found = configured(bind, key);
        return found != null ? found : byDefault(bind, key);
    }

    private Found byDefault(String bind, Key key) {
        if (PlainDefaults.KEYS.contains(key)) {
            return PlainDefaults.VALUES.get(key);
        }
        String kind = key.hasDefaultOfKind() ? kind(bind) : null;
        boolean ofKind = kind != null && MYSQL_KINDS.contains(kind);
        String value = key.byDefault(key.isOfDynamicBinds() && isDynamic(bind), ofKind);
        return value == null ? null : new Found(null, value, ofKind ? kind + DEFAULT_OF_KIND : BindSetting.DEFAULT);
    }

    /** @return null if the driver property has no value and no default */
    Found driverProperty(String bind, String name) {
        String key = BindKey.DRIVER_PROPERTIES + "." + name;
        Found own = read(bind, key, false, BindSetting.BIND);
        Found found = own != null ? own : read(BindNames.ALL, key, false, BindSetting.ALL);
        return found != null ? found : driverDefault(bind, name);
    }

    private Found driverDefault(String bind, String property) {
        String kind = kind(bind);
        String url = jdbcUrl(bind);
        if (!DriverDefaults.names(kind).contains(property) || DriverDefaults.inUrl(url, property) != null
                || ForeignDriver.of(url) != null
                || DriverDefaults.isLeftOut(property, other -> isDriverPropertySet(bind, url, other))) {
            return null;
        }
        if (property.equals(DriverDefaults.CONNECT_TIMEOUT)) {
            Found login = find(bind, Key.POOL_LOGIN_TIMEOUT);
            Duration duration = duration(login.value());
            return duration == null ? null
                    : new Found(login.config(), Long.toString(duration.toMillis()),
                            login.source().equals(BindSetting.DEFAULT) ? kind + DEFAULT_OF_KIND : login.source());
        }
        return new Found(null, DriverDefaults.value(kind, property), kind + DEFAULT_OF_KIND);
    }

    private boolean isDriverPropertySet(String bind, String url, String property) {
        return DriverDefaults.inUrl(url, property) != null || driverProperty(bind, property) != null || DerivedValue
                .isSetByUser(lookup.apply(QuarkusKey.datasource(bind, QuarkusKey.DRIVER_PROPERTIES).property() + property));
    }

    /** The driver properties that have a default for the kind of a bind and are not set in its URL; none of other drivers. */
    Set<String> driverDefaults(String bind) {
        Set<String> names = new TreeSet<>(DriverDefaults.names(kind(bind)));
        names.removeIf(name -> driverProperty(bind, name) == null);
        return names;
    }

    /** The URL passed to the driver; null if there is none. */
    String jdbcUrl(String bind) {
        ConfigValue set = lookup.apply(QuarkusKey.datasource(bind, QuarkusKey.JDBC_URL).property());
        if (DerivedValue.isSetByUser(set)) {
            return set.getValue();
        }
        DatabaseUrl url = isDynamic(bind) ? example(bind) : url(bind);
        return url == null ? null : url.jdbcUrl();
    }

    String value(String bind, Key key) {
        Found found = find(bind, key);
        return found == null ? null : found.value();
    }

    /** Whether the bind takes part in a commit over several binds by XA; Quarkus's own key wins. */
    boolean isTwoPhase(String bind) {
        ConfigValue set = lookup.apply(QuarkusKey.datasource(bind, QuarkusKey.TRANSACTIONS).property());
        return DerivedValue.isSetByUser(set) ? QuarkusKey.XA.equalsIgnoreCase(set.getValue().trim())
                : Boolean.parseBoolean(value(bind, Key.TWO_PHASE));
    }

    /** Whether the databases of the bind are opened on the fly. */
    boolean isDynamic(String bind) {
        Found found = find(bind, Key.DYNAMIC);
        return found != null && Boolean.parseBoolean(found.value());
    }

    /** An example of the URLs of a dynamic bind, made from its template; null if there is none. */
    private DatabaseUrl example(String bind) {
        Found template = find(bind, Key.URL);
        try {
            return template == null || template.isUnexpanded() ? null
                    : DatabaseUrl.parse(UntrustedUrl.fill(template.value(), "1"));
        } catch (IllegalArgumentException e) {
            return null; // the checks of the build and of the start report it
        }
    }

    private Found configured(String bind, Key key) {
        String name = key.key();
        boolean verbatim = PlainDefaults.VERBATIM.contains(key);
        Found own = read(bind, name, verbatim, BindSetting.BIND);
        return own != null || key.isOfOneBind() ? own : read(BindNames.ALL, name, verbatim, BindSetting.ALL);
    }

    private Found read(String bind, String key, boolean verbatim, String source) {
        if (verbatim || !Expressions.isEnabled()) {
            return readAnew(bind, key, verbatim, source);
        }
        Map<String, Optional<Found>> ofBind = known.get(bind);
        if (ofBind == null) {
            ofBind = known.computeIfAbsent(bind, name -> new ConcurrentHashMap<>());
        }
        Optional<Found> found = ofBind.get(key);
        if (found == null) {
            found = Optional.ofNullable(readAnew(bind, key, false, source));
            ofBind.put(key, found);
        }
        return found.orElse(null);
    }

    private Found readAnew(String bind, String key, boolean verbatim, String source) {
        String prefix = prefixes.get(bind);
        if (prefix == null) {
            prefix = BindKey.property(bind, "");
            prefixes.put(bind, prefix);
        }
        ConfigValue value = lookup.apply(prefix + key);
        if (value == null || value.hasProblems() || value.getValue() == null) {
            return null; // an expression with an unset variable has problems instead of a value
        }
        String text = verbatim ? Found.withoutLineEnd(value.getValue()) : value.getValue().trim();
        return (verbatim ? text.isEmpty() : text.isBlank()) ? null : new Found(value, text, source);
    }

    /** An expression that names something unset has problems in the place of a value. */
    private static boolean isSet(ConfigValue value) {
        return value != null && !value.hasProblems() && value.getValue() != null && !value.getValue().isBlank();
    }

    /**
     * The kind of database. Sources in this order: the build, the key of the bind, its URL, the key for all binds.
     *
     * @return null if no source has it
     */
    String kind(String bind) {
        ConfigValue built = lookup.apply(QuarkusKey.datasource(bind, QuarkusKey.DB_KIND).property());
        if (isSet(built) && !DerivedValue.isDerived(built)) {
            return DatabaseKind.normalize(built.getValue().trim());
        }
        Found configured = configuredKind(bind);
        return configured == null ? null : DatabaseKind.normalize(configured.value());
    }

    /** The source of the {@linkplain #kind(String) kind}; if no key has it, Quarkus took the kind of the only driver. */
    String kindSource(String bind) {
        Found configured = configuredKind(bind);
        String kind = kind(bind);
        if (configured != null && DatabaseKind.normalize(configured.value()).equals(kind)) {
            return configured.source();
        }
        return kind == null ? BindSetting.DEFAULT : BindSetting.DATASOURCE_KEY;
    }

    private Found configuredKind(String bind) {
        Found own = read(bind, Key.DB_KIND.key(), false, BindSetting.BIND);
        if (own != null) {
            return own;
        }
        ConfigValue url = lookup.apply(BindKey.property(bind, Key.URL));
        // in a URL with an unset variable, the scheme may still be readable
        String text = url == null ? null : url.hasProblems() ? url.getRawValue() : url.getValue();
        if (text != null) {
            String kind = DatabaseUrl.kindOf(text).orElse(null);
            if (kind != null) {
                return new Found(url, kind, BindSetting.BIND);
            }
        }
        return read(BindNames.ALL, Key.DB_KIND.key(), false, BindSetting.ALL);
    }

    /**
     * Whether the bind has a URL to connect to at the start: its own, or one under Quarkus's own key, set by a user or by Dev
     * Services.
     */
    boolean hasUrl(String bind) {
        if (isDynamic(bind)) {
            return false;
        }
        ConfigValue set = lookup.apply(QuarkusKey.datasource(bind, QuarkusKey.JDBC_URL).property());
        return DerivedValue.isSetByUser(set) || read(bind, Key.URL.key(), false, BindSetting.BIND) != null;
    }

    /**
     * @return null if the bind has no URL of its own, or an invalid one, which the checks of the build and of the start report
     */
    DatabaseUrl url(String bind) {
        Found url = find(bind, Key.URL);
        if (url == null || url.isUnexpanded() || isDynamic(bind)) {
            return null;
        }
        ParsedUrl last = urls.get(bind);
        if (last != null && last.text.equals(url.value())) {
            return last.url;
        }
        try {
            ParsedUrl parsed = new ParsedUrl(url.value(), DatabaseUrl.parse(url.value()));
            urls.put(bind, parsed);
            return parsed.url;
        } catch (DatabaseUrlException e) {
            return null;
        }
    }

    /**
     * @return null if the text is not a duration; the mapping of {@code quarkus.binds} then refuses it with the name of the key
     */
    static Duration duration(String value) {
        try {
            return DurationConverter.parseDuration(value);
        } catch (IllegalArgumentException e) {
            return null;
        }
    }
}
