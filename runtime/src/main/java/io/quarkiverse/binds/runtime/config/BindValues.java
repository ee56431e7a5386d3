package io.quarkiverse.binds.runtime.config;

import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;

import io.quarkiverse.binds.BindSetting;
import io.quarkiverse.binds.runtime.url.DatabaseUrl;
import io.quarkiverse.binds.runtime.url.DatabaseUrlException;
import io.quarkiverse.binds.runtime.url.OutsideUrl;
import io.quarkus.datasource.common.runtime.DatabaseKind;
import io.smallrye.config.ConfigValue;

/**
 * What the blocks of a bind say: its own value, else the one for all binds, else the default of the kind of database, else the
 * default. Keys of Quarkus itself are not looked at, but for the kind.
 */
final class BindValues {

    /** SQLAlchemy's own defaults ({@code QueuePool}), and those of Flask-SQLAlchemy 3 for what it adds. */
    private static final Map<String, String> DEFAULTS = Map.of(
            BindKey.POOL_SIZE, "5",
            BindKey.POOL_MAX_OVERFLOW, "10",
            BindKey.POOL_TIMEOUT, "30s",
            // Quarkus's own default for borrowing a connection; a login takes milliseconds, a ping less
            BindKey.POOL_LOGIN_TIMEOUT, "5s",
            BindKey.POOL_PRE_PING, "true",
            // HikariCP's alive bypass window: a connection used a moment ago is not asked again
            BindKey.POOL_PRE_PING_IDLE, "500ms",
            BindKey.TABLE_NAMES, TableNames.SNAKE_CASE.configName());

    /** Of a bind whose databases are opened on the fly. */
    private static final Map<String, String> DYNAMIC_DEFAULTS = Map.of(
            // so that pools of two fit into the connections below
            BindKey.MAX_OPEN, "50",
            BindKey.IDLE_TTL, "10M",
            // leaves a server of MySQL's own default, 151, room for others
            BindKey.MAX_CONNECTIONS, "100",
            BindKey.KEY_PATTERN, "[A-Za-z0-9_-]{1,64}");

    /** Below MySQL's {@code wait_timeout} of 8 hours; the value Flask-SQLAlchemy sets for these kinds. */
    private static final String MYSQL_RECYCLE = "7200s";

    private static final String DEFAULT_OF_KIND = " default";
    private static final String DRIVER_PROPERTY = BindKey.DRIVER_PROPERTIES + ".";

    private static final Set<String> MYSQL_KINDS = Set.of(DatabaseKind.MYSQL, DatabaseKind.MARIADB);

    /** What one bind alone can have: two binds with one URL or one list of packages would be a mistake. */
    static final Set<String> NOT_FOR_ALL = Set.of(BindKey.URL, BindKey.REPLICAS, BindKey.PACKAGES, BindKey.DYNAMIC);

    private final Function<String, ConfigValue> lookup;

    /**
     * @param lookup the value of a property, null or a value without text if it has none
     */
    BindValues(Function<String, ConfigValue> lookup) {
        this.lookup = lookup;
    }

    /** A value and where it came from, one of the sources that {@link BindSetting#source()} names. */
    record Found(ConfigValue config, String value, String source) {
    }

    /**
     * @return null if nothing says anything about it
     */
    Found find(String bind, String key) {
        Found found = configured(bind, key);
        if (found != null) {
            return found;
        }
        if (key.equals(BindKey.POOL_RECYCLE)) {
            String kind = kind(bind);
            return kind != null && MYSQL_KINDS.contains(kind) ? new Found(null, MYSQL_RECYCLE, kind + DEFAULT_OF_KIND) : null;
        }
        if (key.startsWith(DRIVER_PROPERTY)) {
            return driverDefault(bind, key.substring(DRIVER_PROPERTY.length()));
        }
        String value = isDynamic(bind) ? DYNAMIC_DEFAULTS.getOrDefault(key, DEFAULTS.get(key)) : DEFAULTS.get(key);
        return value == null ? null : new Found(null, value, BindSetting.DEFAULT);
    }

    private Found driverDefault(String bind, String property) {
        String kind = kind(bind);
        if (!DriverDefaults.names(kind).contains(property) || DriverDefaults.inUrl(jdbcUrl(bind), property) != null) {
            return null;
        }
        if (property.equals(DriverDefaults.CONNECT_TIMEOUT)) {
            Found login = find(bind, BindKey.POOL_LOGIN_TIMEOUT);
            Duration duration = Derivations.duration(login.value());
            return duration == null ? null
                    : new Found(login.config(), Long.toString(duration.toMillis()),
                            login.source().equals(BindSetting.DEFAULT) ? kind + DEFAULT_OF_KIND : login.source());
        }
        return new Found(null, DriverDefaults.value(kind, property), kind + DEFAULT_OF_KIND);
    }

    /** The driver properties that have a default for the kind of a bind and are not set in its URL. */
    Set<String> driverDefaults(String bind) {
        Set<String> names = new TreeSet<>(DriverDefaults.names(kind(bind)));
        names.removeIf(name -> find(bind, DRIVER_PROPERTY + name) == null);
        return names;
    }

    /** The URL that the driver is given; null if there is none. */
    String jdbcUrl(String bind) {
        ConfigValue set = lookup.apply(QuarkusKey.datasource(bind, Derivations.URL).property());
        if (Derived.isSetByUser(set)) {
            return set.getValue();
        }
        DatabaseUrl url = isDynamic(bind) ? example(bind) : url(bind);
        return url == null ? null : url.jdbcUrl();
    }

    String value(String bind, String key) {
        Found found = find(bind, key);
        return found == null ? null : found.value();
    }

    /** Whether it takes part in a commit over several binds by XA; Quarkus's own key wins. */
    boolean isTwoPhase(String bind) {
        ConfigValue set = lookup.apply(QuarkusKey.datasource(bind, Derivations.TRANSACTIONS).property());
        return Derived.isSetByUser(set) ? Derivations.XA.equalsIgnoreCase(set.getValue().trim())
                : Boolean.parseBoolean(value(bind, BindKey.TWO_PHASE));
    }

    /** Whether its databases are opened on the fly. */
    boolean isDynamic(String bind) {
        Found found = configured(bind, BindKey.DYNAMIC);
        return found != null && Boolean.parseBoolean(found.value());
    }

    /** What the URLs of a dynamic bind are like, if it has a template for them. */
    private DatabaseUrl example(String bind) {
        String template = value(bind, BindKey.URL);
        try {
            return template == null || template.contains("${") ? null
                    : DatabaseUrl.parse(OutsideUrl.fill(template, "1"));
        } catch (IllegalArgumentException e) {
            return null; // who starts or builds the application says so
        }
    }

    private Found configured(String bind, String key) {
        Found own = read(bind, key, BindSetting.BIND);
        return own != null || NOT_FOR_ALL.contains(key) ? own : read(BindNames.ALL, key, BindSetting.ALL);
    }

    private Found read(String bind, String key, String source) {
        ConfigValue value = lookup.apply(BindKey.property(bind, key));
        return isSet(value) ? new Found(value, value.getValue().trim(), source) : null;
    }

    /** An expression that names something unset has problems in the place of a value. */
    private static boolean isSet(ConfigValue value) {
        return value != null && !value.hasProblems() && value.getValue() != null && !value.getValue().isBlank();
    }

    /**
     * The kind of database: what the application was built for, else what the bind says, else what its URL says, else what is
     * said for all binds.
     *
     * @return null if none of them says it
     */
    String kind(String bind) {
        ConfigValue built = lookup.apply(QuarkusKey.datasource(bind, BindKey.DB_KIND).property());
        if (isSet(built) && !Derived.isDerived(built)) {
            return DatabaseKind.normalize(built.getValue().trim());
        }
        Found said = saidKind(bind);
        return said == null ? null : DatabaseKind.normalize(said.value());
    }

    /** Where the {@linkplain #kind(String) kind} came from; a kind that nothing says is that of the only driver. */
    String kindSource(String bind) {
        Found said = saidKind(bind);
        String kind = kind(bind);
        if (said != null && DatabaseKind.normalize(said.value()).equals(kind)) {
            return said.source();
        }
        return kind == null ? BindSetting.DEFAULT : BindSetting.DATASOURCE_KEY;
    }

    private Found saidKind(String bind) {
        Found own = read(bind, BindKey.DB_KIND, BindSetting.BIND);
        if (own != null) {
            return own;
        }
        ConfigValue url = lookup.apply(BindKey.property(bind, BindKey.URL));
        // with an unset variable in it, the scheme may still be readable
        String text = url == null ? null : url.hasProblems() ? url.getRawValue() : url.getValue();
        if (text != null) {
            String kind = DatabaseUrl.kindOf(text).orElse(null);
            if (kind != null) {
                return new Found(url, kind, BindSetting.BIND);
            }
        }
        return read(BindNames.ALL, BindKey.DB_KIND, BindSetting.ALL);
    }

    /**
     * Whether there is a URL to connect to at the start, in the bind or, from a user or from Dev Services, in Quarkus's own
     * key.
     */
    boolean hasUrl(String bind) {
        if (isDynamic(bind)) {
            return false;
        }
        ConfigValue set = lookup.apply(QuarkusKey.datasource(bind, Derivations.URL).property());
        return Derived.isSetByUser(set) || read(bind, BindKey.URL, BindSetting.BIND) != null;
    }

    /**
     * @return null if the bind has no URL of its own, or one that is refused; who starts or builds the application says so
     */
    DatabaseUrl url(String bind) {
        String url = value(bind, BindKey.URL);
        if (url == null || url.contains("${") || isDynamic(bind)) {
            return null;
        }
        try {
            return DatabaseUrl.parse(url);
        } catch (DatabaseUrlException e) {
            return null;
        }
    }
}
