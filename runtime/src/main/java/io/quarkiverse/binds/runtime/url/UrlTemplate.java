package io.quarkiverse.binds.runtime.url;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A URL that contains {@value #KEY}. The places of the keys are determined in the template, before any key is inserted, so that
 * no key can change them.
 */
final class UrlTemplate {

    static final String KEY = "{key}";

    /** The places for a key, each with the characters that it may have beside letters and digits. */
    private enum Place {
        /** User name, password and database name of the extension's own URLs: any characters, since they are escaped. */
        ESCAPED("", ""),
        /** Host: no '.', since "evil.example." would lead to another domain, and no address: see {@link TemplateHost}. */
        HOST("the host or port", "-_"),
        VALUE("the value of a property", "-_."),
        VERBATIM("a jdbc: or h2: URL", "-_.");

        private final String name;
        private final String also;

        Place(String name, String also) {
            this.name = name;
            this.also = also;
        }
    }

    /** Prefix of H2 URLs with a server, whose name follows, with "//" or without. */
    private static final Pattern H2_SERVER = Pattern.compile("(?i)(?:jdbc:)?h2:(?:tcp|ssl):(?://)?");

    /** Names of driver properties that set a host beside the one after "//". */
    private static final Pattern NAMES_A_HOST = Pattern.compile("(?i).*(host|hostaddr|server|servername|address)\\s*");

    private final String template;
    private final String scheme;
    private final boolean jdbc;
    /** The index after "//"; -1 if there is none. */
    private final int authority;

    private UrlTemplate(String template) {
        this.template = template;
        scheme = UrlScheme.schemeOf(template);
        jdbc = "jdbc".equals(scheme);
        int slashes = template.indexOf("//");
        authority = slashes < 0 ? -1 : slashes + 2;
    }

    static String fill(String text, String key) {
        return fill(text, key, key);
    }

    /** Returns an example of the URLs that the template makes, for checks. */
    static String sample(String text) {
        return fill(text, "1", "a");
    }

    /** @param inHostName the text for the name of a host, which cannot be a number, unlike in other places */
    private static String fill(String text, String key, String inHostName) {
        String template = text.strip();
        int next = template.indexOf(KEY);
        if (next < 0) {
            throw new IllegalArgumentException("there is no {key} in the URL, so that all keys would lead to one database");
        }
        checkKey(key);
        UrlTemplate places = new UrlTemplate(template);
        StringBuilder result = new StringBuilder(template.length() + key.length());
        int done = 0;
        for (; next >= 0; next = template.indexOf(KEY, done)) {
            Place place = places.placeOf(next);
            TemplateHost host = place == Place.HOST ? TemplateHost.at(template, next, places.hosts()) : null;
            String value = host == null || host.isPort() ? key : inHostName;
            result.append(template, done, next).append(places.written(place, value));
            if (host != null) {
                host.check(value);
            }
            done = next + KEY.length();
        }
        return result.append(template, done, template.length()).toString();
    }

    private static void checkKey(String key) {
        if (key == null || key.isEmpty() || key.equals(".") || key.equals("..")) {
            throw new IllegalArgumentException("a key must not be empty, '.' or '..'");
        }
        if (Characters.hasInvisible(key)) {
            throw new IllegalArgumentException("a control or invisible character in the key");
        }
    }

    private String written(Place place, String key) {
        if (place == Place.ESCAPED) {
            return PercentCoding.encode(key).replace("$", "%24");
        }
        boolean plain = key.chars().allMatch(c -> Characters.isAsciiLetterOrDigit(c) || place.also.indexOf(c) >= 0);
        if (!plain) {
            throw new IllegalArgumentException("in " + place.name + " a key may have letters, digits and "
                    + String.join(" ", place.also.split("")) + " only");
        }
        if (place == Place.VALUE && key.contains("--")) {
            throw new IllegalArgumentException("in " + place.name + " a key may not have '--', with which SQL comments begin");
        }
        return key;
    }

    /** The index at which the hosts begin; -1 if it is not known. */
    private int hosts() {
        Matcher h2 = H2_SERVER.matcher(template);
        return h2.lookingAt() ? h2.end() : authority;
    }

    private Place placeOf(int position) {
        UrlScheme dialect = scheme == null || jdbc ? null : UrlScheme.ofScheme(scheme);
        if (dialect != null) {
            return placeInServerUrl(position);
        }
        if (jdbc && isH2() || "h2".equals(scheme)) {
            return placeInH2(position);
        }
        if (jdbc && template.indexOf(':', "jdbc:".length()) >= 0) {
            return placeInJdbc(position);
        }
        throw misplaced("before the first ':'");
    }

    /** Finds the place in {@code mysql://user:password@host:port/database?name=value}, which DatabaseUrl decodes. */
    private Place placeInServerUrl(int position) {
        if (authority < 0 || position < authority) {
            throw misplaced("before the host");
        }
        int end = Characters.indexOfAny(template, "/?#", authority);
        if (position < end) {
            return position < template.substring(0, end).lastIndexOf('@') ? Place.ESCAPED : Place.HOST;
        }
        return position < Characters.indexOfAny(template, "?#", end) ? Place.ESCAPED : value(position, "?&");
    }

    /**
     * Finds the place in a JDBC URL. The hosts of Connector/J may have properties, too; other drivers have theirs after ';' or
     * in parentheses.
     */
    private Place placeInJdbc(int position) {
        int name = Characters.indexOfAny(template, ":", "jdbc:".length());
        int end = authority < 0 ? -1 : Characters.indexOfAny(template, "/?#;", authority);
        if (position < name || position < authority) {
            throw misplaced("before the host");
        }
        if (position < end) {
            if (position > Characters.indexOfAny(template, "(", authority)) {
                value(position, "(,");
            }
            return Place.HOST;
        }
        boolean known = UrlScheme.ofScheme(template.substring("jdbc:".length(), name)) != null;
        String separators = known ? "?&" : "?&;(";
        if (position >= Characters.indexOfAny(template, separators, name)) {
            return value(position, separators);
        }
        return known ? Place.VERBATIM : Place.HOST; // the position of the host is not known for other drivers
    }

    private boolean isH2() {
        return template.startsWith("h2:", "jdbc:".length());
    }

    private Place placeInH2(int position) {
        int start = jdbc ? "jdbc:h2:".length() : "h2:".length();
        int end = Characters.indexOfAny(template, ";", start);
        if (position >= end) {
            return value(position, ";");
        }
        Matcher server = H2_SERVER.matcher(template);
        boolean hasServer = server.lookingAt();
        if (hasServer && position >= server.end() && position < Characters.indexOfAny(template, "/", server.end())) {
            return Place.HOST;
        }
        boolean beforeForm = Characters.indexOfAny(template, ":/", start) > position
                || template.substring(position, end).indexOf(':') >= 0;
        if (position < start || beforeForm) {
            throw misplaced("before what says where H2 keeps the database");
        }
        return Place.VERBATIM;
    }

    /** Checks that the key is after the '=' of its own property. */
    private Place value(int position, String separators) {
        int start = position;
        while (start > 0 && !isSeparator(start - 1, separators)) {
            start--;
        }
        int equals = template.substring(start, position).indexOf('=');
        if (equals < 0) {
            throw misplaced("in the name of a property");
        }
        return NAMES_A_HOST.matcher(template.substring(start, start + equals)).matches() ? Place.HOST : Place.VALUE;
    }

    /** Whether there is a separator; H2 escapes ';' in a value by a backslash. */
    private boolean isSeparator(int position, String separators) {
        return separators.indexOf(template.charAt(position)) >= 0
                && !(template.charAt(position) == ';' && template.charAt(position - 1) == '\\');
    }

    private static IllegalArgumentException misplaced(String where) {
        return new IllegalArgumentException("{key} cannot stand " + where + "; it may be in user name, password, host,"
                + " database name and the values of properties");
    }
}
