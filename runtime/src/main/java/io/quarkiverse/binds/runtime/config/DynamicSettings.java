package io.quarkiverse.binds.runtime.config;

import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.eclipse.microprofile.config.ConfigProvider;

import io.smallrye.config.SmallRyeConfig;

/**
 * How a bind opens databases on the fly.
 *
 * @param bind the name of the bind
 * @param template the URL with {@code {key}} in it, if there is one
 * @param maxOpen how many databases may be open at a time
 * @param idleTtl how long one may be unused; zero for as long as it likes
 * @param maxConnections how many connections they may have together
 * @param keyPattern what a key has to match as a whole
 * @param allowUrlProperties the properties that URLs from outside may carry although they are not known to be harmless
 * @param schema what is done to a schema when its database is opened for the first time
 */
public record DynamicSettings(String bind, Optional<String> template, int maxOpen, Duration idleTtl, int maxConnections,
        Pattern keyPattern, Set<String> allowUrlProperties, Schema schema) {

    /** What is done to a schema. */
    public enum Schema {
        NONE,
        CREATE,
        UPDATE,
        VALIDATE
    }

    /** From the configuration of the application. */
    public static DynamicSettings of(String bind) {
        BindValues values = new BindValues(ConfigProvider.getConfig().unwrap(SmallRyeConfig.class)::getConfigValue);
        String schema = values.value(bind, BindKey.SCHEMA);
        return new DynamicSettings(bind, Optional.ofNullable(values.value(bind, BindKey.URL)),
                Integer.parseInt(values.value(bind, BindKey.MAX_OPEN)),
                Derivations.duration(values.value(bind, BindKey.IDLE_TTL)),
                Integer.parseInt(values.value(bind, BindKey.MAX_CONNECTIONS)),
                Pattern.compile(values.value(bind, BindKey.KEY_PATTERN)),
                allowed(values.value(bind, BindKey.ALLOW_URL_PROPERTIES)),
                schema == null ? Schema.NONE : Schema.valueOf(schema.toUpperCase(Locale.ROOT)));
    }

    private static Set<String> allowed(String list) {
        return list == null ? Set.of()
                : Arrays.stream(list.split(",")).map(String::strip).filter(name -> !name.isEmpty())
                        .collect(Collectors.toCollection(TreeSet::new));
    }
}
