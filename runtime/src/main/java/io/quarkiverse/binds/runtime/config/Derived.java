package io.quarkiverse.binds.runtime.config;

import io.smallrye.config.ConfigValue;

/**
 * Values of Quarkus's own keys that this extension derived. They carry a source of their own, and no raw value: the build
 * records every run-time property that has one as a default of the application, and there it would look as if the user had set
 * it and would win over the {@code quarkus.binds} key that is set at start.
 */
final class Derived {

    private static final String SOURCE = "Quarkus Binds";

    private Derived() {
    }

    /**
     * @param property the key it is the value of
     * @param from what it was derived from, or null if from a default
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
     * Whether somebody set the value: defaults of mappings and of the platform are at the lowest end of the ordinals,
     * while what a native executable recorded from {@code application.properties} is at 0.
     */
    static boolean isSetByUser(ConfigValue value) {
        return value != null && value.getValue() != null && !isDerived(value)
                && value.getConfigSourceOrdinal() > Integer.MIN_VALUE + 100_000;
    }
}
