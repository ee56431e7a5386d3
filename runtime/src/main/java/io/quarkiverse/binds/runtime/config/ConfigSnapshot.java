package io.quarkiverse.binds.runtime.config;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;

import org.eclipse.microprofile.config.ConfigProvider;
import org.eclipse.microprofile.config.spi.ConfigSource;

import io.quarkus.runtime.LaunchMode;
import io.smallrye.config.ConfigValue;
import io.smallrye.config.DefaultValuesConfigSource;
import io.smallrye.config.SmallRyeConfig;

/**
 * The names that a configuration lists, and the values of its binds: found once and shared by the checks of a start, the report
 * and the code that runs afterwards. A key that no source lists is not looked up, which spares a start hundreds of lookups for
 * each bind. Thread-safe.
 */
final class ConfigSnapshot {

    /** Packages of sources that list what they have. Sources of Dev Services are in packaged applications too. */
    private static final List<String> LISTING_SOURCES = List.of("io.smallrye.config.", "io.quarkus.runtime.",
            "io.quarkus.devservice.runtime.", "io.quarkus.deployment.");

    private static volatile ConfigSnapshot current;

    private final SmallRyeConfig config;
    private final List<String> names = new ArrayList<>();
    private final ConfiguredBindNames model;
    /** Whether every value has a listed name. */
    private final boolean complete;
    /** Quarkus's own keys as the sources list them, without profiles; null if they may have others. */
    private final Set<String> ofQuarkus;
    /** The run-time keys of each bind that are not set, neither for it nor for all binds. */
    private final Map<String, Set<Key>> unset;
    private final BindPropertyLookup values;

    ConfigSnapshot(SmallRyeConfig config) {
        this.config = config;
        config.getPropertyNames().forEach(names::add);
        model = ConfiguredBindNames.of(names.iterator());
        // a variable may set a key under a name that is only guessed
        complete = isComplete(config) && new EnvironmentNames(names).isEmpty();
        // Dev Services may set the keys of a datasource later
        ofQuarkus = complete && LaunchMode.current() == LaunchMode.NORMAL ? ofQuarkus(config) : null;
        unset = complete ? unset() : Map.of();
        values = lookup(config::getConfigValue);
    }

    /** The snapshot of the running application, made again after a restart with another configuration. */
    static ConfigSnapshot ofApplication() {
        SmallRyeConfig config = ConfigProvider.getConfig().unwrap(SmallRyeConfig.class);
        ConfigSnapshot known = current;
        if (known == null || known.config != config) {
            known = new ConfigSnapshot(config);
            current = known;
        }
        return known;
    }

    /** Forgets the configuration at the end of the application, so that the next start reads its own. */
    static void forget() {
        current = null;
    }

    SmallRyeConfig config() {
        return config;
    }

    /** The names of all properties, in one spelling each. */
    List<String> names() {
        return names;
    }

    ConfiguredBindNames model() {
        return model;
    }

    BindPropertyLookup values() {
        return values;
    }

    /** The values, without those of build-time properties that were not set at build and therefore have no effect. */
    BindPropertyLookup effectiveValues(Set<String> leftOpen) {
        return lookup(UnsetBuildTimeProperties.lookup(config, leftOpen));
    }

    private BindPropertyLookup lookup(Function<String, ConfigValue> lookup) {
        return new BindPropertyLookup(lookup, unset);
    }

    private Map<String, Set<Key>> unset() {
        Set<Key> ofAll = EnumSet.allOf(Key.class);
        // the source of the values fixed at build has values for names that it does not list
        ofAll.removeAll(PlainDefaults.BUILD_TIME);
        for (String key : Key.NAMES) {
            if (isOfAnyName(key)) {
                ofAll.remove(Key.named(key));
            }
        }
        removeSet(ofAll, BindNames.ALL);
        Map<String, Set<Key>> result = new HashMap<>();
        for (String bind : model.binds()) {
            Set<Key> ofBind = EnumSet.copyOf(ofAll);
            removeSet(ofBind, bind);
            result.put(bind, ofBind);
        }
        return result;
    }

    private void removeSet(Set<Key> keys, String bind) {
        for (String name : model.keys(bind)) {
            Key key = Key.named(name);
            if (key != null) {
                keys.remove(key);
            }
        }
    }

    /** Whether a run-time key of a bind, or the same key for all binds, may have a value. */
    boolean mayHave(String bind, Key key) {
        Set<Key> none = unset.get(bind);
        return none == null || !none.contains(key);
    }

    /**
     * Whether a source has a value of a key for any name of a bind: the sources of the values that the build records treat the
     * star of {@code quarkus.binds.*.schema}, written without quotes, as a wildcard and do not list it.
     */
    private boolean isOfAnyName(String key) {
        String property = BindKey.PREFIX + "any." + key;
        for (ConfigSource source : config.getConfigSources()) {
            if (source instanceof DefaultValuesConfigSource && source.getValue(property) != null) {
                return true;
            }
        }
        return false;
    }

    /** Whether a user may have set a key of Quarkus for a bind. */
    boolean mayHave(String root, String bind, String key) {
        return ofQuarkus == null || ofQuarkus.contains(QuarkusKey.prefix(root, bind) + key)
                || ofQuarkus.contains(root + bind + "." + key);
    }

    /** Those of the properties that may have a value. */
    Set<String> listed(Set<String> properties) {
        if (!complete) {
            return properties;
        }
        Set<String> listed = new TreeSet<>(properties);
        listed.retainAll(Set.copyOf(names));
        return listed;
    }

    /**
     * Whether every source lists what it has, as those of SmallRye Config, Quarkus's core and Dev Services do. Any other may
     * have values that it does not list, as a source that reads secrets on demand.
     */
    private static boolean isComplete(SmallRyeConfig config) {
        for (ConfigSource source : config.getConfigSources()) {
            String type = source.getClass().getName();
            if (LISTING_SOURCES.stream().noneMatch(type::startsWith)) {
                return false;
            }
        }
        return true;
    }

    private static Set<String> ofQuarkus(SmallRyeConfig config) {
        Set<String> properties = new HashSet<>();
        for (ConfigSource source : config.getConfigSources()) {
            for (String name : source.getPropertyNames()) {
                int start = name.startsWith("%") ? name.indexOf('.') + 1 : 0;
                if (name.startsWith(QuarkusKey.DATASOURCE, start) || name.startsWith(QuarkusKey.HIBERNATE, start)) {
                    properties.add(name.substring(start));
                }
            }
        }
        return properties;
    }
}
