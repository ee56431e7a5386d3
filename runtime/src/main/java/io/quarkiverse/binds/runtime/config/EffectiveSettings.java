package io.quarkiverse.binds.runtime.config;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;

import io.quarkiverse.binds.BindSetting;
import io.quarkiverse.binds.runtime.url.DatabaseUrl;
import io.smallrye.config.ConfigValue;

/** The settings in effect for a bind, each with its source: Quarkus's own keys, the bind, all binds or the defaults. */
final class EffectiveSettings {

    /** Parts of the names of driver properties whose values are not shown. */
    private static final List<String> SECRET = List.of("password", "passwd", "secret", "token", "credential");

    private final Function<String, ConfigValue> config;
    private final BindPropertyLookup values;

    /**
     * @param config the configuration of the application, derived values included
     */
    EffectiveSettings(Function<String, ConfigValue> config) {
        this.config = config;
        this.values = new BindPropertyLookup(config);
    }

    /** All settings of a bind that have a value, sorted by key; secrets are masked. */
    List<BindSetting> of(String bind, String kind, Collection<String> driverProperties) {
        List<BindSetting> settings = new ArrayList<>();
        settings.add(new BindSetting(Key.DB_KIND.key(), kind, values.kindSource(bind)));
        for (Key key : Key.values()) {
            if (key != Key.DB_KIND) {
                setting(bind, key).ifPresent(settings::add);
            }
        }
        Set<String> properties = new TreeSet<>(DriverDefaults.names(kind));
        properties.addAll(driverProperties);
        for (String property : properties) {
            driverProperty(bind, property).ifPresent(settings::add);
        }
        settings.sort(Comparator.comparing(BindSetting::key));
        return settings;
    }

    /** The URL in effect, masked. */
    Optional<String> url(String bind) {
        return setting(bind, Key.URL).map(BindSetting::value);
    }

    private Optional<BindSetting> setting(String bind, Key key) {
        if (key == Key.POOL_SIZE || key == Key.POOL_MAX_OVERFLOW) {
            return poolSize(bind, key);
        }
        ConfigValue set = key.sameAs() == null ? null : setByUser(key.sameAs().of(bind));
        if (set != null) {
            return Optional.of(new BindSetting(key.key(), key.shown(set.getValue()), BindSetting.DATASOURCE_KEY));
        }
        Found found = values.find(bind, key);
        if (found == null || !found.source().equals(BindSetting.BIND)) {
            // user and password in the URL belong to the bind, so they win over the values for all binds
            Optional<BindSetting> fromUrl = fromUrl(bind, key);
            if (found == null || fromUrl.isPresent()) {
                return fromUrl;
            }
        }
        String value = key == Key.DYNAMIC ? Boolean.toString(values.isDynamic(bind)) : key.shown(found.value());
        return Optional.of(new BindSetting(key.key(), value, found.source()));
    }

    private Optional<BindSetting> driverProperty(String bind, String name) {
        String key = BindKey.DRIVER_PROPERTIES + "." + name;
        ConfigValue set = setByUser(QuarkusKey.datasource(bind, QuarkusKey.DRIVER_PROPERTIES + name));
        if (set != null) {
            return Optional.of(new BindSetting(key, shown(name, set.getValue()), BindSetting.DATASOURCE_KEY));
        }
        return Optional.ofNullable(values.driverProperty(bind, name))
                .map(found -> new BindSetting(key, shown(name, found.value()), found.source()));
    }

    private ConfigValue setByUser(QuarkusKey key) {
        ConfigValue set = config.apply(key.property());
        return DerivedValue.isSetByUser(set) ? set : null;
    }

    private Optional<BindSetting> fromUrl(String bind, Key key) {
        if (key != Key.USERNAME && key != Key.PASSWORD) {
            return Optional.empty();
        }
        DatabaseUrl url = values.url(bind);
        Optional<String> value = url == null ? Optional.empty() : key == Key.USERNAME ? url.username() : url.password();
        return value.map(text -> new BindSetting(key.key(), key.shown(text), BindSetting.BIND));
    }

    /** Splits Quarkus's single number, the maximum of connections: the part above the size is the overflow. */
    private Optional<BindSetting> poolSize(String bind, Key key) {
        ConfigValue max = setByUser(QuarkusKey.datasource(bind, QuarkusKey.MAX_SIZE));
        if (max == null) {
            Found found = values.find(bind, key);
            return Optional.of(new BindSetting(key.key(), found.value(), found.source()));
        }
        int most = Integer.parseInt(max.getValue().trim());
        int held = Math.min(Integer.parseInt(values.value(bind, Key.POOL_SIZE)), most);
        int value = key == Key.POOL_SIZE ? held : most - held;
        return Optional.of(new BindSetting(key.key(), Integer.toString(value), BindSetting.DATASOURCE_KEY));
    }

    private static String shown(String driverProperty, String value) {
        String lower = driverProperty.toLowerCase(Locale.ROOT);
        return SECRET.stream().anyMatch(lower::contains) ? "***" : value;
    }
}
