package io.quarkiverse.binds.runtime.config;

import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

import io.quarkiverse.binds.Bind;

/**
 * A configuration key of this extension, split into bind and key: {@code quarkus.binds.users.pool.size} is the key
 * {@code pool.size} of the bind {@code users}; {@code quarkus.binds.url} is the key {@code url} of the default bind.
 *
 * @param bind the name of a bind, {@link Bind#DEFAULT} or {@link BindNames#ALL}
 * @param key the key below the name of the bind
 */
public record BindKey(String bind, String key) {

    static final Comparator<BindKey> ORDER = Comparator.comparing(BindKey::bind).thenComparing(BindKey::key);

    public static final String PREFIX = "quarkus.binds.";

    /** Prefix of keys that are not checked here, since the driver defines them. */
    static final String DRIVER_PROPERTIES = "driver-properties";

    /** The first segments of all keys: a property that begins with one of them belongs to the default bind. */
    static final Set<String> FIRST_WORDS = firstWords();

    /** The sections of keys that belong to no single bind, with the keys of each. */
    static final Map<String, List<String>> SECTIONS = Map.of(
            PREFIX + "session.", List.of("commit", "rest", "retry-safe-methods", "reads"),
            PREFIX + "queries.", List.of("callers", "max-recorded", "masked", "repeated", "server-timing"),
            PREFIX + "health.", List.of("details", "timeout"),
            PREFIX + "metrics.", List.of("max-databases"),
            PREFIX + "migrations.", List.of("directory", "exclude", "check", "command"),
            PREFIX + "pagination.", List.of("per-page", "max-per-page", "token-key", "cursor-max-age", "selection-ttl"));

    /** The property as a user writes it. */
    public static String property(String bind, String key) {
        return bind.equals(Bind.DEFAULT) ? PREFIX + key : PREFIX + DottedName.quoteIfNeeded(bind) + "." + key;
    }

    static String property(String bind, Key key) {
        return property(bind, key.key());
    }

    /** @see #property(String, String) */
    public String property() {
        return property(bind, key);
    }

    /**
     * The property with the name in quotes. Sources have to be asked for it and for {@link #unquotedProperty()}. Not for the
     * default bind.
     */
    String quotedProperty() {
        return PREFIX + '"' + bind + "\"." + key;
    }

    String unquotedProperty() {
        return PREFIX + bind + "." + key;
    }

    /** All spellings that a user may write. */
    List<String> spellings() {
        return BindNames.isDefault(bind) ? List.of(PREFIX + key) : List.of(quotedProperty(), unquotedProperty());
    }

    /**
     * @return the key; null if the property is not of this extension, belongs to no single bind, or ends with the name of a
     *         bind
     */
    static BindKey parse(String property) {
        if (!property.startsWith(PREFIX)) {
            return null;
        }
        int begin = PREFIX.length();
        // a quote that is not closed quotes nothing
        int close = property.startsWith("\"", begin) ? property.indexOf('"', begin + 1) : -1;
        if (close > 0) {
            int rest = property.startsWith(".", close + 1) ? close + 2 : close + 1;
            return rest == property.length() ? null
                    : new BindKey(property.substring(begin + 1, close), property.substring(rest));
        }
        int dot = property.indexOf('.', begin);
        String segment = property.substring(begin, dot < 0 ? property.length() : dot);
        if (FIRST_WORDS.contains(segment)) {
            return new BindKey(Bind.DEFAULT, property.substring(begin));
        }
        return dot < 0 || dot + 1 == property.length() || SECTIONS.containsKey(property.substring(0, dot + 1)) ? null
                : new BindKey(segment, property.substring(dot + 1));
    }

    private static Set<String> firstWords() {
        Set<String> words = new TreeSet<>();
        Key.NAMES.forEach(name -> words.add(DottedName.first(name).segment));
        words.add(DRIVER_PROPERTIES);
        return Collections.unmodifiableSet(words);
    }

    /** The section of a property; null if there is none. */
    static String section(String property) {
        int dot = property.startsWith(PREFIX) ? property.indexOf('.', PREFIX.length()) : -1;
        String section = property.substring(0, dot + 1);
        return SECTIONS.containsKey(section) ? section : null;
    }

    boolean known() {
        return Key.named(key) != null || isDriverProperty();
    }

    boolean isDriverProperty() {
        return key.startsWith(DRIVER_PROPERTIES + ".");
    }

    /** The driver property that this key sets; only for such a key. */
    String driverProperty() {
        return key.substring(DRIVER_PROPERTIES.length() + 1);
    }

    static BindKey ofDriver(String bind, String driverProperty) {
        return new BindKey(bind, DRIVER_PROPERTIES + "." + driverProperty);
    }
}
