package io.quarkiverse.binds.runtime.url;

import java.util.Set;
import java.util.TreeSet;

/** Decides whether a driver property may be given at run time. */
final class UntrustedProperties {

    static final String SETTING = "allow-url-properties";
    private static final int MAX_SHOWN_LENGTH = 64;

    private final String kind;
    private final Set<String> allowed = new TreeSet<>();

    UntrustedProperties(String kind, Set<String> allowed) {
        this.kind = kind;
        allowed.forEach(name -> this.allowed.add(AllowedDriverProperties.canonical(kind, name.strip())));
    }

    /** Whether the configuration allows a name: that of a property, or {@code h2:file}, {@code jdbc:oracle} and the like. */
    boolean isAllowed(String name) {
        return allowed.contains(AllowedDriverProperties.canonical(kind, name));
    }

    /** Checks a name without decoding it: no driver has a name with an escape or a blank, except for H2. */
    void checkName(String name) {
        boolean plain = !name.isEmpty() && name.chars().allMatch(c -> Characters.isNameCharacter(c) || isH2() && c == ' ');
        if (!plain) {
            throw DatabaseUrlException.refused("a property whose name is not made of letters, digits, '.', '_' and '-'");
        }
    }

    /**
     * Refuses a name without a value. It may be the second half of a password with '&' or ';' in it, so only a known name is
     * shown.
     */
    DatabaseUrlException withoutValue(String name) {
        checkName(name);
        DeniedPropertyReason danger = DeniedPropertyReason.of(kind, name);
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
        PropertyValue harmless = AllowedDriverProperties.value(kind, name);
        if (harmless == null) {
            throw refused(name, DeniedPropertyReason.of(kind, name));
        }
        if (!harmless.accepts(value)) {
            throw otherValue(name, harmless);
        }
    }

    /** Refuses a name known as harmful, for names that DatabaseUrl has yet to translate. */
    void checkNotKnownAsHarmful(String name) {
        checkName(name);
        DeniedPropertyReason danger = DeniedPropertyReason.of(kind, name);
        if (danger != null && AllowedDriverProperties.value(kind, name) == null && !isAllowed(name)) {
            throw refused(name, danger);
        }
    }

    /** Checks a property whose value is not known. */
    void checkUnseen(String name) {
        checkName(name);
        if (isAllowed(name)) {
            return;
        }
        PropertyValue harmless = AllowedDriverProperties.value(kind, name);
        if (harmless == null) {
            throw refused(name, DeniedPropertyReason.of(kind, name));
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

    private static DatabaseUrlException refused(String name, DeniedPropertyReason danger) {
        return DatabaseUrlException.refused("the property '" + shown(name) + (danger == null
                ? "' is not known to be harmless: add it to " + SETTING + " if it is"
                : "': " + danger.reason() + " (" + SETTING + " lets it pass)"));
    }

    /** Shortens a name from outside for a line of a log. */
    static String shown(String name) {
        return name.length() <= MAX_SHOWN_LENGTH ? name : name.substring(0, MAX_SHOWN_LENGTH) + "...";
    }
}
