package io.quarkiverse.binds.runtime.config;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;

import io.smallrye.config.ConfigValue;
import io.smallrye.config.SmallRyeConfig;

/**
 * Build-time keys that were not set at build. Quarkus fixes the keys that were set and warns of changes. A key that was not set
 * is not recorded, so a value given at a start would be ignored silently.
 */
final class UnsetBuildTimeProperties {

    /**
     * The ordinal of the source with the values fixed at build. That source treats the star of a recorded key as a wildcard for
     * names, so {@code quarkus.binds.*.db-kind}, written without quotes, is a value of each bind there.
     */
    private static final int FIXED_AT_BUILD = Integer.MAX_VALUE;

    private UnsetBuildTimeProperties() {
    }

    /** The properties that were not set when the application was built. */
    static Set<String> atBuild(SmallRyeConfig config, Set<String> binds) {
        Set<String> properties = new TreeSet<>();
        Set<String> blocks = new TreeSet<>(binds);
        blocks.add(BindNames.ALL);
        for (String bind : blocks) {
            for (Key key : PlainDefaults.BUILD_TIME) {
                String property = BindKey.property(bind, key);
                if (config.getConfigValue(property).getValue() == null) {
                    properties.add(property);
                }
            }
        }
        return properties;
    }

    /** Returns a warning for each of them that is set now. */
    static List<String> warnings(SmallRyeConfig config, Set<String> leftOpen) {
        List<String> warnings = new ArrayList<>();
        for (String property : leftOpen) {
            ConfigValue value = config.getConfigValue(property);
            if (value.getValue() != null && value.getConfigSourceOrdinal() != FIXED_AT_BUILD) {
                warnings.add("'" + property + "=" + value.getValue()
                        + "' has no effect: it is read when the application is built, and"
                        + " it was not set then. Build with it");
            }
        }
        return warnings;
    }

    /** The configuration without the values that have no effect. */
    static Function<String, ConfigValue> lookup(SmallRyeConfig config, Set<String> leftOpen) {
        return property -> leftOpen.contains(property) ? null : config.getConfigValue(property);
    }
}
