package io.quarkiverse.binds.runtime.url;

import java.util.Set;
import java.util.TreeSet;

/** Decides of one driver property after the other whether it may be given at run time. */
final class OutsideProperties {

    static final String SETTING = "allow-url-properties";
    private static final int SHOWN = 64;

    private final String kind;
    private final Set<String> allowed = new TreeSet<>();

    OutsideProperties(String kind, Set<String> allowed) {
        this.kind = kind;
        allowed.forEach(name -> this.allowed.add(HarmlessProperties.canonical(kind, name.strip())));
    }

    /** Whether something is allowed by name: a property, or one of {@code h2:file}, {@code jdbc:oracle} and the like. */
    boolean isAllowed(String name) {
        return allowed.contains(HarmlessProperties.canonical(kind, name));
    }

    /** Names are looked at as they are written: none of the drivers has one with an escape or a blank, but for H2. */
    void checkName(String name) {
        boolean plain = !name.isEmpty() && name.chars().allMatch(c -> Characters.isNameCharacter(c) || isH2() && c == ' ');
        if (!plain) {
            throw DatabaseUrlException.refused("a property whose name is not made of letters, digits, '.', '_' and '-'");
        }
    }

    /** A name without value may be the second half of a password with '&' or ';' in it, so only a known one is shown. */
    DatabaseUrlException withoutValue(String name) {
        checkName(name);
        PropertyDanger danger = PropertyDanger.of(kind, name);
        return danger == null ? DatabaseUrlException.refused("a property without '='") : refused(name, danger);
    }

    void check(String name, String value) {
        checkName(name);
        if (Characters.hasInvisible(value)) {
            throw DatabaseUrlException.refused("a control or invisible character in the property '" + shown(name) + "'");
        }
        if (isAllowed(name)) {
            return;
        }
        PropertyValue harmless = HarmlessProperties.value(kind, name);
        if (harmless == null) {
            throw refused(name, PropertyDanger.of(kind, name));
        }
        if (!harmless.accepts(value)) {
            throw otherValue(name, harmless);
        }
    }

    /** For a name that DatabaseUrl has yet to translate. */
    void checkNotKnownAsHarmful(String name) {
        checkName(name);
        PropertyDanger danger = PropertyDanger.of(kind, name);
        if (danger != null && HarmlessProperties.value(kind, name) == null && !isAllowed(name)) {
            throw refused(name, danger);
        }
    }

    /** For one whose value is not known. */
    void checkUnseen(String name) {
        checkName(name);
        if (isAllowed(name)) {
            return;
        }
        PropertyValue harmless = HarmlessProperties.value(kind, name);
        if (harmless == null) {
            throw refused(name, PropertyDanger.of(kind, name));
        }
        if (!harmless.isHarmlessUnseen()) {
            throw otherValue(name, harmless);
        }
    }

    private boolean isH2() {
        return kind.equals("h2");
    }

    private static DatabaseUrlException otherValue(String name, PropertyValue value) {
        return DatabaseUrlException.refused("the property '" + shown(name) + "' may only be " + value.description()
                + ", unless it is in " + SETTING);
    }

    private static DatabaseUrlException refused(String name, PropertyDanger danger) {
        return DatabaseUrlException.refused("the property '" + shown(name) + (danger == null
                ? "' is not known to be harmless: add it to " + SETTING + " if it is"
                : "': " + danger.reason() + " (" + SETTING + " lets it pass)"));
    }

    /** A name from outside, cut to what a line of a log can bear. */
    static String shown(String name) {
        return name.length() <= SHOWN ? name : name.substring(0, SHOWN) + "...";
    }
}
