package io.quarkiverse.binds.runtime.config;

import io.smallrye.config.ConfigValue;

/**
 * Values of Quarkus's own keys that this extension derived. They have a source of their own and no raw value: the build records
 * each run-time property with a raw value as a default of the application. There it would look like a value of the user, and
 * win over the {@code quarkus.binds} key that is set at start.
 */
final class DerivedValue {

    private static final String SOURCE = "Quarkus Binds";

    private DerivedValue() {
    }

    /**
     * @param property the key of the value
     * @param from the value that this one is derived from; null for a default
     */
    static ConfigValue value(String property, String value, ConfigValue from) {
        ConfigValue.ConfigValueBuilder builder = ConfigValue.builder().withName(property).withValue(value)
                .withConfigSourceName(SOURCE);
        return from == null ? builder.build()
                : builder.withConfigSourceOrdinal(from.getConfigSourceOrdinal())
                        .withConfigSourcePosition(from.getConfigSourcePosition()).build();
    }

    static boolean isDerived(ConfigValue value) {
        return SOURCE.equals(value.getConfigSourceName());
    }

    /**
     * Whether a user set the value. Defaults of mappings and of the platform have the lowest ordinals; values that a native
     * executable recorded from {@code application.properties} have 0.
     */
    static boolean isSetByUser(ConfigValue value) {
        return value != null && value.getValue() != null && value.getConfigSourceOrdinal() > Integer.MIN_VALUE + 100_000
                && !isDerived(value);
    }
}
