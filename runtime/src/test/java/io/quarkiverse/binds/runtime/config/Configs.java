package io.quarkiverse.binds.runtime.config;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.stream.Stream;

import org.eclipse.microprofile.config.spi.ConfigSource;

import io.quarkiverse.binds.BindInfo;
import io.smallrye.config.EnvConfigSource;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfig;
import io.smallrye.config.SmallRyeConfigBuilder;

/** Configurations as Quarkus builds them, without Quarkus. */
final class Configs {

    /** Ordinal of {@code application.properties} in a jar. */
    static final int APPLICATION = 250;
    /** Ordinal of environment variables. */
    static final int ENVIRONMENT = 300;

    private Configs() {
    }

    static SmallRyeConfig of(String properties) {
        return of(properties(properties, APPLICATION));
    }

    static SmallRyeConfig of(ConfigSource... sources) {
        return builder(sources).build();
    }

    static SmallRyeConfigBuilder builder(ConfigSource... sources) {
        return new SmallRyeConfigBuilder()
                .withSources(sources)
                .addDefaultInterceptors()
                .addDiscoveredConverters()
                .withInterceptors(new SpellingsConfigInterceptor(), new BindsConfigInterceptor());
    }

    static ConfigSource properties(String text, int ordinal) {
        Properties properties = new Properties();
        try {
            properties.load(new StringReader(text));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Map<String, String> map = new HashMap<>();
        properties.forEach((key, value) -> map.put((String) key, (String) value));
        return new PropertiesConfigSource(map, "test " + ordinal, ordinal);
    }

    static ConfigSource environment(String... variables) {
        Map<String, String> map = new HashMap<>();
        Stream.of(variables).forEach(v -> map.put(v.substring(0, v.indexOf('=')), v.substring(v.indexOf('=') + 1)));
        return new EnvConfigSource(map, ENVIRONMENT);
    }

    /** Creates the check without the property lists of drivers, which are read at build time. */
    static ConfigCheck check(SmallRyeConfig config) {
        return new ConfigCheck(config, Map.of());
    }

    /** Report of a bind in an application built for the kind. */
    static BindInfo bind(SmallRyeConfig config, String name, String kind) {
        return new ConfiguredBinds(new ConfigSnapshot(config), Map.of(name, kind), Map.of(name, List.of("org.acme.User")),
                Set.of()).get(name);
    }

    /** Value of a datasource key as Quarkus reads it. */
    static String datasource(SmallRyeConfig config, String bind, String key) {
        return config.getConfigValue(QuarkusKey.datasource(bind, key).property()).getValue();
    }

    /** Value of a persistence unit key as Quarkus reads it. */
    static String hibernate(SmallRyeConfig config, String bind, String key) {
        return config.getConfigValue(QuarkusKey.hibernate(bind, key).property()).getValue();
    }
}
