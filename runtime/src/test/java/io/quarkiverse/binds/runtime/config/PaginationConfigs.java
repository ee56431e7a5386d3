package io.quarkiverse.binds.runtime.config;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

import io.quarkus.runtime.configuration.DurationConverter;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;

/** Configurations of pages, for tests without an application. */
public final class PaginationConfigs {

    private PaginationConfigs() {
    }

    /** @param properties by key below {@code quarkus.binds.pagination}; a null is left out */
    public static PaginationRuntimeConfig of(Map<String, String> properties) {
        Map<String, String> all = new HashMap<>();
        properties.forEach((key, value) -> {
            if (value != null) {
                all.put("quarkus.binds.pagination." + key, value);
            }
        });
        return new SmallRyeConfigBuilder().withConverter(Duration.class, 200, new DurationConverter())
                .withMapping(PaginationRuntimeConfig.class)
                .withSources(new PropertiesConfigSource(all, "test", 100)).build()
                .getConfigMapping(PaginationRuntimeConfig.class);
    }
}
