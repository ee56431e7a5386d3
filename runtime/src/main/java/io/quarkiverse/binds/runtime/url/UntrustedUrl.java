package io.quarkiverse.binds.runtime.url;

import java.util.Optional;
import java.util.Set;

/**
 * Checks URLs and driver properties that are given at run time, possibly by an attacker, and keys that are put into URL
 * templates.
 * <p>
 * Drivers read files, load classes, run SQL and send passwords to other hosts if a property makes them. So a property passes
 * only if it is known to be harmless with its value, and a URL only if its properties can be recognised with certainty. The
 * setting {@code allow-url-properties} of a bind admits more, with any value:
 * <ul>
 * <li>a property, by any of its names;
 * <li>{@code h2:file}, {@code h2:tcp}, {@code h2:zip} and so on: an H2 database outside of memory. Each part of
 * {@code h2:split:nio:} has to be allowed;
 * <li>{@code dnsSrv}: {@code jdbc:mysql+srv:} and the property;
 * <li>{@code jdbc:oracle} and so on: URLs of a kind that is not parsed, unchanged.
 * </ul>
 * The host is not checked, since a URL from outside is given to choose it. User name and password are not required; a caller
 * that adds those of the bind reveals them to that host.
 */
public final class UntrustedUrl {

    private static final String JDBC = "jdbc:";

    private UntrustedUrl() {
    }

    /**
     * Parses a URL that was given at run time.
     *
     * @param kind the db-kind that the bind was built for
     * @param allowed names from {@code allow-url-properties}, in any case
     * @throws DatabaseUrlException if the URL is not understood, of another kind, or not known to be harmless; the message
     *         names the property, and contains neither its value nor a password
     */
    public static DatabaseUrl parse(String url, String kind, Set<String> allowed) {
        String text = url == null ? "" : url.strip();
        boolean jdbc = text.regionMatches(true, 0, JDBC, 0, JDBC.length());
        Optional<String> given = DatabaseUrl.kindOf(text);
        if (given.isEmpty() && !jdbc) {
            DatabaseUrl.parse(text); // throws with the reason if the URL is invalid
            throw DatabaseUrlException.refused("a URL of an unknown kind");
        }
        boolean takenApart = AllowedDriverProperties.kinds().contains(kind);
        if (given.isPresent() ? !given.get().equals(kind) : takenApart) {
            throw DatabaseUrlException.refused("a URL of " + given.map(other -> "the kind '" + other + "'")
                    .orElse("an unknown kind") + ", while the bind was built for '" + kind + "'");
        }
        UntrustedProperties properties = new UntrustedProperties(kind, allowed);
        UntrustedUrlParts parts = new UntrustedUrlParts(kind, properties);
        if (!takenApart) {
            checkAllowedAsItIs(text, kind, properties);
        } else if (jdbc) {
            parts.checkJdbc(JDBC + text.substring(JDBC.length())); // the form that DatabaseUrl produces
        } else if (kind.equals("h2")) {
            parts.checkH2(text.substring("h2:".length()));
        } else {
            parts.checkNames(text);
        }
        DatabaseUrl result = DatabaseUrl.parse(text);
        result.parameters().forEach(properties::check);
        return result;
    }

    private static void checkAllowedAsItIs(String jdbcUrl, String kind, UntrustedProperties properties) {
        String name = UrlScheme.schemeOf(jdbcUrl.substring(JDBC.length()));
        if (name == null || !properties.isAllowed(JDBC + name)) {
            throw DatabaseUrlException.refused("a URL of the kind '" + kind + "', whose properties cannot be told (" + JDBC
                    + (name == null ? "..." : UntrustedProperties.shown(name)) + " in " + UntrustedProperties.SETTING
                    + " lets it pass)");
        }
    }

    /**
     * Checks a driver property that was given beside a URL at run time, by its name alone. If some values are harmful, as in
     * {@code sslMode=DISABLED}, the property is refused: use {@link #checkProperty(String, String, String, Set)}.
     *
     * @throws DatabaseUrlException if the property is not known to be harmless with any value
     */
    public static void checkProperty(String kind, String name, Set<String> allowed) {
        new UntrustedProperties(kind, allowed).checkUnseen(name);
    }

    /**
     * Checks a driver property that was given beside a URL at run time, as if it were in the URL.
     *
     * @throws DatabaseUrlException if the property is not known to be harmless; the message does not contain the value
     */
    public static void checkProperty(String kind, String name, String value, Set<String> allowed) {
        new UntrustedProperties(kind, allowed).check(name, value);
    }

    /**
     * Puts a key into each <code>{key}</code> of a URL template. User name, password and database name of {@code mysql://} and
     * the like accept any key, which is escaped there. Everywhere else either nothing is decoded or the driver splits the
     * value, so only letters, digits, '-', '_' and '.' are allowed. Hosts and ports allow no '.', so that a key cannot lead to
     * another domain, and no number that would make an address of the host.
     *
     * @throws IllegalArgumentException if the key has a special meaning in its place, or the template has no <code>{key}</code>
     *         or has it in the place of a name; the message gives the place
     */
    public static String fill(String template, String key) {
        return UrlTemplate.fill(template, key);
    }

    /**
     * Checks a template from the configuration, which may have any properties.
     *
     * @throws DatabaseUrlException if the template has no <code>{key}</code>, has it in a wrong place, or is not a valid URL
     */
    public static void checkTemplate(String template) {
        String filled;
        try {
            filled = UrlTemplate.sample(template == null ? "" : template);
        } catch (IllegalArgumentException e) {
            throw DatabaseUrlException.withoutUrl(e.getMessage());
        }
        DatabaseUrl.parse(filled);
    }
}
