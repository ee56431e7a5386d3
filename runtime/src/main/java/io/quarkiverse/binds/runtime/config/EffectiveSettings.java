package io.quarkiverse.binds.runtime.config;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;

import io.quarkiverse.binds.BindSetting;
import io.quarkiverse.binds.runtime.config.BindValues.Found;
import io.quarkiverse.binds.runtime.url.DatabaseUrl;
import io.smallrye.config.ConfigValue;

/** What is in effect for a bind after everybody had a say, with where each value came from. */
final class EffectiveSettings {

    /** The key of Quarkus that decides the same as a key of a bind, and wins. */
    private static final Map<String, Function<String, QuarkusKey>> DECIDED_BY = Map.ofEntries(
            Map.entry(BindKey.URL, datasource(Derivations.URL)),
            Map.entry(BindKey.USERNAME, datasource(Derivations.USERNAME)),
            Map.entry(BindKey.PASSWORD, datasource(Derivations.PASSWORD)),
            Map.entry(BindKey.CREDENTIALS_PROVIDER, datasource(Derivations.CREDENTIALS_PROVIDER)),
            Map.entry(BindKey.ACTIVE, datasource(Derivations.ACTIVE)),
            Map.entry(BindKey.ISOLATION, datasource(Derivations.ISOLATION)),
            Map.entry(BindKey.POOL_TIMEOUT, datasource(Derivations.ACQUISITION_TIMEOUT)),
            Map.entry(BindKey.POOL_PRE_PING_IDLE, datasource(Derivations.FOREGROUND_VALIDATION)),
            Map.entry(BindKey.POOL_RECYCLE, datasource(Derivations.MAX_LIFETIME)),
            Map.entry(BindKey.SCHEMA, bind -> QuarkusKey.hibernate(bind, Derivations.SCHEMA)));

    private final Function<String, ConfigValue> config;
    private final BindValues values;

    /**
     * @param config the whole configuration of the application, with what was derived
     */
    EffectiveSettings(Function<String, ConfigValue> config) {
        this.config = config;
        this.values = new BindValues(config);
    }

    /** All settings of a bind that have a value, sorted by key; secrets are masked. */
    List<BindSetting> of(String bind, String kind, Collection<String> driverProperties) {
        List<BindSetting> settings = new ArrayList<>();
        settings.add(new BindSetting(BindKey.DB_KIND, kind, values.kindSource(bind)));
        for (String key : BindKey.KNOWN) {
            if (!key.equals(BindKey.DB_KIND)) {
                setting(bind, key).ifPresent(settings::add);
            }
        }
        Set<String> properties = new TreeSet<>(DriverDefaults.names(kind));
        properties.addAll(driverProperties);
        for (String property : properties) {
            setting(bind, BindKey.DRIVER_PROPERTIES + "." + property).ifPresent(settings::add);
        }
        settings.sort(Comparator.comparing(BindSetting::key));
        return settings;
    }

    /** The URL in effect, masked. */
    Optional<String> url(String bind) {
        return setting(bind, BindKey.URL).map(BindSetting::value);
    }

    private Optional<BindSetting> setting(String bind, String key) {
        if (key.equals(BindKey.POOL_SIZE) || key.equals(BindKey.POOL_MAX_OVERFLOW)) {
            return poolSize(bind, key);
        }
        ConfigValue set = setByUser(bind, key);
        if (set != null) {
            return Optional.of(new BindSetting(key, mask(key, set.getValue()), BindSetting.DATASOURCE_KEY));
        }
        Found found = values.find(bind, key);
        if (found == null || !found.source().equals(BindSetting.BIND)) {
            // what a URL says is of the bind itself, and so comes before what is said for all binds
            Optional<BindSetting> fromUrl = fromUrl(bind, key);
            if (found == null || fromUrl.isPresent()) {
                return fromUrl;
            }
        }
        return Optional.of(new BindSetting(key, mask(key, found.value()), found.source()));
    }

    private ConfigValue setByUser(String bind, String key) {
        QuarkusKey decidedBy = key.startsWith(BindKey.DRIVER_PROPERTIES)
                ? QuarkusKey.datasource(bind,
                        Derivations.DRIVER_PROPERTIES + key.substring(BindKey.DRIVER_PROPERTIES.length() + 1))
                : Optional.ofNullable(DECIDED_BY.get(key)).map(of -> of.apply(bind)).orElse(null);
        if (decidedBy == null) {
            return null;
        }
        ConfigValue set = config.apply(decidedBy.property());
        return Derived.isSetByUser(set) ? set : null;
    }

    private Optional<BindSetting> fromUrl(String bind, String key) {
        DatabaseUrl url = values.url(bind);
        if (url == null) {
            return Optional.empty();
        }
        Optional<String> value = key.equals(BindKey.USERNAME) ? url.username()
                : key.equals(BindKey.PASSWORD) ? url.password() : Optional.empty();
        return value.map(v -> new BindSetting(key, mask(key, v), BindSetting.BIND));
    }

    /** Quarkus knows one number, the most connections: what is left of it above the size is the overflow. */
    private Optional<BindSetting> poolSize(String bind, String key) {
        Found size = values.find(bind, BindKey.POOL_SIZE);
        ConfigValue max = config.apply(QuarkusKey.datasource(bind, Derivations.MAX_SIZE).property());
        if (!Derived.isSetByUser(max)) {
            Found found = values.find(bind, key);
            return Optional.of(new BindSetting(key, found.value(), found.source()));
        }
        int most = Integer.parseInt(max.getValue().trim());
        int held = Math.min(Integer.parseInt(size.value()), most);
        int value = key.equals(BindKey.POOL_SIZE) ? held : most - held;
        return Optional.of(new BindSetting(key, Integer.toString(value), BindSetting.DATASOURCE_KEY));
    }

    private static String mask(String key, String value) {
        return switch (key) {
            case BindKey.URL, BindKey.REPLICAS -> DatabaseUrl.mask(value);
            case BindKey.PASSWORD -> "***";
            default -> isSecret(key) ? "***" : value;
        };
    }

    private static boolean isSecret(String key) {
        String lower = key.toLowerCase(Locale.ROOT);
        return lower.startsWith(BindKey.DRIVER_PROPERTIES)
                && (lower.contains("password") || lower.contains("passwd") || lower.contains("secret")
                        || lower.contains("token")
                        || lower.contains("credential"));
    }

    private static Function<String, QuarkusKey> datasource(String key) {
        return bind -> QuarkusKey.datasource(bind, key);
    }
}
