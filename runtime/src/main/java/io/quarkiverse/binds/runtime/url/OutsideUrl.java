package io.quarkiverse.binds.runtime.url;

import java.util.Optional;
import java.util.Set;

/**
 * What may be taken from outside: URLs and driver properties that are given at run time, possibly by somebody who means harm,
 * and keys that are put into URL templates.
 * <p>
 * Drivers read files, load classes, run SQL and give away passwords if a property tells them to. So only properties pass that
 * are known to be harmless, with values that are; and only URLs whose properties can be told with certainty. The setting
 * {@code allow-url-properties} of a bind lets more pass, with any value:
 * <ul>
 * <li>a property, by any of its names;
 * <li>{@code h2:file}, {@code h2:tcp}, {@code h2:zip} and so on: an H2 database that is not in memory. Each part of
 * {@code h2:split:nio:} has to be allowed;
 * <li>{@code dnsSrv}: {@code jdbc:mysql+srv:} and the property;
 * <li>{@code jdbc:oracle} and so on: URLs of a kind that is not taken apart, as they are.
 * </ul>
 * Which host it leads to is not checked, since a URL is given to lead there. Nor are user name and password needed; whoever
 * adds those of the bind gives them to the host in the URL.
 */
public final class OutsideUrl {

    private static final String JDBC = "jdbc:";
    /** A number, so that it may be a port, too. */
    private static final String HARMLESS_KEY = "1";

    private OutsideUrl() {
    }

    /**
     * Parses a URL that was given at run time.
     *
     * @param kind the db-kind that the bind was built for
     * @param allowed names from {@code allow-url-properties}, in any case
     * @throws DatabaseUrlException if the URL is not understood, of another kind, or not known to be harmless; the message
     *         names the property, and holds neither its value nor a password
     */
    public static DatabaseUrl parse(String url, String kind, Set<String> allowed) {
        String text = url == null ? "" : url.strip();
        boolean jdbc = text.regionMatches(true, 0, JDBC, 0, JDBC.length());
        Optional<String> given = DatabaseUrl.kindOf(text);
        if (given.isEmpty() && !jdbc) {
            DatabaseUrl.parse(text); // says what is wrong with it
            throw DatabaseUrlException.refused("a URL of an unknown kind");
        }
        boolean takenApart = HarmlessProperties.kinds().contains(kind);
        if (given.isPresent() ? !given.get().equals(kind) : takenApart) {
            throw DatabaseUrlException.refused("a URL of " + given.map(other -> "the kind '" + other + "'")
                    .orElse("an unknown kind") + ", while the bind was built for '" + kind + "'");
        }
        OutsideProperties properties = new OutsideProperties(kind, allowed);
        OutsideParts parts = new OutsideParts(kind, properties);
        if (!takenApart) {
            checkAllowedAsItIs(text, kind, properties);
        } else if (jdbc) {
            parts.checkJdbc(JDBC + text.substring(JDBC.length())); // as DatabaseUrl writes it
        } else if (kind.equals("h2")) {
            parts.checkH2(text.substring("h2:".length()));
        } else {
            parts.checkNames(text);
        }
        DatabaseUrl result = DatabaseUrl.parse(text);
        result.parameters().forEach(properties::check);
        return result;
    }

    private static void checkAllowedAsItIs(String jdbcUrl, String kind, OutsideProperties properties) {
        String name = Dialect.schemeOf(jdbcUrl.substring(JDBC.length()));
        if (name == null || !properties.isAllowed(JDBC + name)) {
            throw DatabaseUrlException.refused("a URL of the kind '" + kind + "', whose properties cannot be told (" + JDBC
                    + (name == null ? "..." : OutsideProperties.shown(name)) + " in " + OutsideProperties.SETTING
                    + " lets it pass)");
        }
    }

    /**
     * Checks a driver property that was given beside a URL at run time, by its name alone. Where harm is in the value, as in
     * {@code sslMode=DISABLED}, the property is refused: use {@link #checkProperty(String, String, String, Set)}.
     *
     * @throws DatabaseUrlException if the property is not known to be harmless whatever its value is
     */
    public static void checkProperty(String kind, String name, Set<String> allowed) {
        new OutsideProperties(kind, allowed).checkUnseen(name);
    }

    /**
     * Checks a driver property that was given beside a URL at run time, as if it were in the URL.
     *
     * @throws DatabaseUrlException if the property is not known to be harmless; the message does not hold the value
     */
    public static void checkProperty(String kind, String name, String value, Set<String> allowed) {
        new OutsideProperties(kind, allowed).check(name, value);
    }

    /**
     * Puts a key into each <code>{key}</code> of a URL template. User name, password and database name of {@code mysql://}
     * and the like take any key, which is escaped there. Everywhere else nothing is decoded, or the driver takes the value
     * apart, so only letters, digits, '-', '_' and '.' are taken; in hosts and ports no '.', so that a key cannot lead to
     * another domain.
     *
     * @throws IllegalArgumentException if the key cannot stand in its place without meaning more than itself, or the template
     *         has no <code>{key}</code> or has it where it would be a name; the message says where
     */
    public static String fill(String template, String key) {
        return UrlTemplate.fill(template, key);
    }

    /**
     * Checks a template that stands in the configuration, and so may have any properties.
     *
     * @throws DatabaseUrlException if it has no <code>{key}</code>, or has it in a wrong place, or is no right URL
     */
    public static void checkTemplate(String template) {
        String filled;
        try {
            filled = UrlTemplate.fill(template == null ? "" : template, HARMLESS_KEY);
        } catch (IllegalArgumentException e) {
            throw DatabaseUrlException.withoutUrl(e.getMessage());
        }
        DatabaseUrl.parse(filled);
    }
}
