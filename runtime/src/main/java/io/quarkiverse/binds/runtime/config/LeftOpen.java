package io.quarkiverse.binds.runtime.config;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;

import io.smallrye.config.ConfigValue;
import io.smallrye.config.SmallRyeConfig;

/**
 * Keys that are read by the build alone and that nobody had set then. Quarkus fixes, and says so, what was set at
 * build; what was not set it forgets, so that a value given at a start would have no effect without a word.
 */
final class LeftOpen {

    private static final List<String> BUILD_TIME = List.of(BindKey.DB_KIND, BindKey.PACKAGES, BindKey.TABLE_NAMES,
            BindKey.TWO_PHASE, BindKey.DYNAMIC);

    /**
     * The ordinal of the source of what the build fixed. To that source the star of a recorded key stands for any name, so that
     * what a user wrote as {@code quarkus.binds.*.db-kind}, without quotes, is a value of each bind to it.
     */
    private static final int FIXED = Integer.MAX_VALUE;

    private LeftOpen() {
    }

    /** The properties that nobody set when the application was built. */
    static Set<String> atBuild(SmallRyeConfig config, Set<String> binds) {
        Set<String> properties = new TreeSet<>();
        Set<String> blocks = new TreeSet<>(binds);
        blocks.add(BindNames.ALL);
        for (String bind : blocks) {
            for (String key : BUILD_TIME) {
                String property = BindKey.property(bind, key);
                if (config.getConfigValue(property).getValue() == null) {
                    properties.add(property);
                }
            }
        }
        return properties;
    }

    /** One warning for each of them that is set now. */
    static List<String> warnings(SmallRyeConfig config, Set<String> leftOpen) {
        List<String> warnings = new ArrayList<>();
        for (String property : leftOpen) {
            ConfigValue value = config.getConfigValue(property);
            if (value.getValue() != null && value.getConfigSourceOrdinal() != FIXED) {
                warnings.add("'" + property + "=" + value.getValue()
                        + "' has no effect: it is read when the application is built, and"
                        + " it was not set then. Build with it");
            }
        }
        return warnings;
    }

    /** The configuration without what has no effect. */
    static Function<String, ConfigValue> lookup(SmallRyeConfig config, Set<String> leftOpen) {
        return property -> leftOpen.contains(property) ? null : config.getConfigValue(property);
    }
}
