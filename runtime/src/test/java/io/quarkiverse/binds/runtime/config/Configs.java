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

/** Configurations as Quarkus builds them, without a Quarkus. */
final class Configs {

    /** The ordinal of {@code application.properties} in a jar. */
    static final int APPLICATION = 250;
    /** The ordinal of environment variables. */
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
                .withInterceptors(new BindsConfigInterceptor());
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

    /** A bind as an application that was built for that kind reports it. */
    static BindInfo bind(SmallRyeConfig config, String name, String kind) {
        return new ConfiguredBinds(config, Map.of(name, kind), Map.of(name, List.of("org.acme.User")), Set.of()).get(name);
    }

    /** A key of a datasource as Quarkus reads it. */
    static String datasource(SmallRyeConfig config, String bind, String key) {
        return config.getConfigValue(QuarkusKey.datasource(bind, key).property()).getValue();
    }

    /** A key of a persistence unit as Quarkus reads it. */
    static String hibernate(SmallRyeConfig config, String bind, String key) {
        return config.getConfigValue(QuarkusKey.hibernate(bind, key).property()).getValue();
    }
}
