package io.quarkiverse.binds.runtime.config;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

import io.quarkiverse.binds.BindSetting;
import io.quarkiverse.binds.runtime.url.DatabaseUrl;
import io.smallrye.config.ConfigValue;

/** The settings in effect for a bind, each with its source: Quarkus's own keys, the bind, all binds or the defaults. */
final class EffectiveSettings {

    /** Parts of the names of driver properties whose values are not shown. */
    private static final List<String> SECRET = List.of("password", "passwd", "secret", "token", "credential");

    private static final Key[] KEYS = Key.values();

    private final ConfigSnapshot snapshot;
    private final BindPropertyLookup values;

    /**
     * @param snapshot the configuration of the application, derived values included
     * @param leftOpen the build-time properties that were not set at build
     */
    EffectiveSettings(ConfigSnapshot snapshot, Set<String> leftOpen) {
        this.snapshot = snapshot;
        this.values = snapshot.effectiveValues(leftOpen);
    }

    /** All settings of a bind that have a value, sorted by key; secrets are masked. */
    List<BindSetting> of(String bind, String kind) {
        List<BindSetting> settings = new ArrayList<>();
        settings.add(new BindSetting(Key.DB_KIND.key(), kind, values.kindSource(bind)));
        for (Key key : KEYS) {
            BindSetting setting = key == Key.DB_KIND ? null : setting(bind, key);
            if (setting != null) {
                settings.add(setting);
            }
        }
        Set<String> properties = new TreeSet<>(DriverDefaults.names(kind));
        properties.addAll(snapshot.model().driverProperties());
        for (String property : properties) {
            BindSetting setting = driverProperty(bind, property);
            if (setting != null) {
                settings.add(setting);
            }
        }
        settings.sort(Comparator.comparing(BindSetting::key));
        return settings;
    }

    /** The URL in effect, masked. */
    static Optional<String> url(List<BindSetting> settings) {
        for (BindSetting setting : settings) {
            if (setting.key().equals(Key.URL.key())) {
                return Optional.of(setting.value());
            }
        }
        return Optional.empty();
    }

    private BindSetting setting(String bind, Key key) {
        if (key == Key.POOL_SIZE || key == Key.POOL_MAX_OVERFLOW) {
            return poolSize(bind, key);
        }
        Key.Target same = key.sameAs();
        ConfigValue set = same == null ? null : setByUser(same.root(), bind, same.key());
        if (set != null) {
            return new BindSetting(key.key(), key.shown(set.getValue()), BindSetting.DATASOURCE_KEY);
        }
        Found found = values.find(bind, key);
        if ((key == Key.USERNAME || key == Key.PASSWORD) && (found == null || !found.source().equals(BindSetting.BIND))) {
            // user and password in the URL belong to the bind, so they win over the values for all binds
            DatabaseUrl url = values.url(bind);
            String inUrl = url == null ? null : (key == Key.USERNAME ? url.username() : url.password()).orElse(null);
            if (inUrl != null) {
                return new BindSetting(key.key(), key.shown(inUrl), BindSetting.BIND);
            }
        }
        if (found == null) {
            return null;
        }
        String value = key == Key.DYNAMIC ? Boolean.toString(values.isDynamic(bind)) : key.shown(found.value());
        return new BindSetting(key.key(), value, found.source());
    }

    private BindSetting driverProperty(String bind, String name) {
        String key = BindKey.DRIVER_PROPERTIES + "." + name;
        ConfigValue set = setByUser(QuarkusKey.DATASOURCE, bind, QuarkusKey.DRIVER_PROPERTIES + name);
        if (set != null) {
            return new BindSetting(key, shown(name, set.getValue()), BindSetting.DATASOURCE_KEY);
        }
        Found found = values.driverProperty(bind, name);
        return found == null ? null : new BindSetting(key, shown(name, found.value()), found.source());
    }

    private ConfigValue setByUser(String root, String bind, String key) {
        if (!snapshot.mayHave(root, bind, key)) {
            return null;
        }
        ConfigValue set = snapshot.config().getConfigValue(QuarkusKey.prefix(root, bind) + key);
        return DerivedValue.isSetByUser(set) ? set : null;
    }

    /** Splits Quarkus's single number, the maximum of connections: the part above the size is the overflow. */
    private BindSetting poolSize(String bind, Key key) {
        ConfigValue max = setByUser(QuarkusKey.DATASOURCE, bind, QuarkusKey.MAX_SIZE);
        if (max == null) {
            Found found = values.find(bind, key);
            return new BindSetting(key.key(), found.value(), found.source());
        }
        int most = Integer.parseInt(max.getValue().trim());
        int held = Math.min(Integer.parseInt(values.value(bind, Key.POOL_SIZE)), most);
        int value = key == Key.POOL_SIZE ? held : most - held;
        return new BindSetting(key.key(), Integer.toString(value), BindSetting.DATASOURCE_KEY);
    }

    private static String shown(String driverProperty, String value) {
        String lower = driverProperty.toLowerCase(Locale.ROOT);
        for (String part : SECRET) {
            if (lower.contains(part)) {
                return "***";
            }
        }
        return value;
    }
}
