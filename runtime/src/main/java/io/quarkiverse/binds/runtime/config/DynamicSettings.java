package io.quarkiverse.binds.runtime.config;

import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The settings of a bind for opening databases on the fly.
 *
 * @param bind the name of the bind
 * @param template the URL with {@code {key}} in it, if there is one
 * @param maxOpen the maximum number of open databases
 * @param idleTtl the time without use after which a database is closed; zero for never
 * @param maxConnections the maximum number of connections of all databases together
 * @param keyPattern the pattern that a key has to match as a whole
 * @param allowUrlProperties the driver properties allowed in URLs from outside, in addition to those known to be harmless
 * @param schema the treatment of a schema when its database is opened for the first time
 */
public record DynamicSettings(String bind, Optional<String> template, int maxOpen, Duration idleTtl, int maxConnections,
        Pattern keyPattern, Set<String> allowUrlProperties, SchemaStrategy schema) {

    /** Reads the settings from the configuration of the application. */
    public static DynamicSettings of(String bind) {
        return BindConfiguration.of(bind).databases().orElseThrow(
                () -> new IllegalArgumentException(BindNames.displayFirst(bind) + " is not dynamic"));
    }

    static DynamicSettings read(BindPropertyLookup values, String bind) {
        return new DynamicSettings(bind, Optional.ofNullable(values.value(bind, Key.URL)),
                Integer.parseInt(values.value(bind, Key.MAX_OPEN)),
                BindPropertyLookup.duration(values.value(bind, Key.IDLE_TTL)),
                Integer.parseInt(values.value(bind, Key.MAX_CONNECTIONS)),
                Pattern.compile(values.value(bind, Key.KEY_PATTERN)),
                allowed(values.value(bind, Key.ALLOW_URL_PROPERTIES)),
                SchemaStrategy.of(values.value(bind, Key.SCHEMA)));
    }

    private static Set<String> allowed(String list) {
        return list == null ? Set.of()
                : Arrays.stream(list.split(",")).map(String::strip).filter(name -> !name.isEmpty())
                        .collect(Collectors.toCollection(TreeSet::new));
    }
}
