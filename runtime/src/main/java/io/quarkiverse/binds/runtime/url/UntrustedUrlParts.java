package io.quarkiverse.binds.runtime.url;

import java.nio.charset.CharacterCodingException;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Extracts the properties from URLs in the way of the drivers.
 * <p>
 * Each driver accepts far more forms than it documents, and some drivers parse one form in two ways. Here each driver has one
 * form, whose parts are unambiguous; every other form is refused.
 */
final class UntrustedUrlParts {

    private static final String PORT = "(?::[0-9]{1,5})?";
    private static final String HOST = "(?:[A-Za-z0-9._-]+|\\[[0-9A-Fa-f:.]+\\])" + PORT;
    private static final Pattern HOSTS = Pattern.compile(HOST + "(?:," + HOST + ")*");
    /** Connector/J accepts users before the host; special characters in them have to be escaped. */
    private static final String USER = "(?:[A-Za-z0-9._~$!*%-]+(?::[A-Za-z0-9._~$!*%-]*)?@)?";
    private static final Pattern MYSQL_HOSTS = Pattern.compile(USER + HOST + "(?:," + USER + HOST + ")*");

    /** The text allowed between the sub-protocol and the hosts. */
    private static final Map<String, Set<String>> MODES = Map.of(
            "mysql", Set.of("", "loadbalance:", "replication:"),
            "mariadb", Set.of("", "sequential:", "failover:", "loadbalance:", "load-balance:", "load-balance-read:",
                    "replication:"),
            "postgresql", Set.of(""));

    private static final String SRV = "jdbc:mysql+srv:";
    private static final Pattern H2_STORAGE = Pattern.compile("([A-Za-z]{2,}|[0-9]+):(?=.)");

    private final String kind;
    private final UntrustedProperties properties;

    UntrustedUrlParts(String kind, UntrustedProperties properties) {
        this.kind = kind;
        this.properties = properties;
    }

    void checkJdbc(String url) {
        if (!kind.equals("h2")) {
            checkServer(url);
        } else if (url.startsWith("jdbc:h2:")) {
            checkH2(url.substring("jdbc:h2:".length()));
        } else {
            throw refused("a JDBC URL that does not begin with jdbc:h2: in lower case");
        }
    }

    /** Checks {@code jdbc:mysql://host:port,host/database?name=value&name=value}, and the same for MariaDB and PostgreSQL. */
    private void checkServer(String url) {
        if (url.indexOf('#') >= 0 || url.indexOf('\\') >= 0 || url.chars().anyMatch(Character::isWhitespace)) {
            throw refused("'#', '\\' and blanks have no place in a JDBC URL");
        }
        String start = "jdbc:" + kind + ':';
        if (kind.equals("mysql") && url.startsWith(SRV)) {
            if (!properties.isAllowed("dnsSrv")) {
                throw refused("the form mysql+srv: its hosts come from a directory (dnsSrv in " + UntrustedProperties.SETTING
                        + " lets it pass)");
            }
            start = SRV;
        }
        int slashes = url.indexOf("//");
        if (!url.startsWith(start) || slashes < start.length()
                || !MODES.get(kind).contains(url.substring(start.length(), slashes))) {
            throw refused("a form of JDBC URL that is not known to be harmless; write jdbc:" + kind + "://host:port/database");
        }
        int hosts = slashes + 2;
        int path = Characters.indexOfAny(url, "/?", hosts);
        int query = Characters.indexOfAny(url, "?", path);
        checkHosts(url.substring(hosts, path));
        checkDatabase(url.substring(path, query));
        checkQuery(url.substring(Math.min(query + 1, url.length())), true);
    }

    private void checkHosts(String hosts) {
        Pattern pattern = kind.equals("mysql") ? MYSQL_HOSTS : HOSTS;
        if (!hosts.isEmpty() && !pattern.matcher(hosts).matches()) {
            throw refused("hosts that are not written as host:port,host:port, such as those with properties of their own");
        }
        checkVisible(hosts, "user name or password");
    }

    private void checkDatabase(String path) {
        if (path.chars().skip(1).anyMatch(c -> !Character.isLetterOrDigit(c) && "._~$%+-".indexOf(c) < 0)) {
            throw refused("a database name with other than letters, digits and ._~$%+- in a JDBC URL; without 'jdbc:' any"
                    + " can be escaped");
        }
        checkVisible(path, "database name");
    }

    /** Checks the names in {@code mysql://host/database?name=value}; DatabaseUrl parses the rest unambiguously. */
    void checkNames(String url) {
        int query = Characters.indexOfAny(url, "?", 0);
        checkQuery(url.substring(Math.min(query + 1, url.length())), false);
    }

    /** Checks the properties. Names are never decoded, since no property needs an escape in its name. */
    private void checkQuery(String query, boolean withValues) {
        for (String part : query.split("&")) {
            int equals = part.indexOf('=');
            if (equals >= 0) {
                String name = part.substring(0, equals);
                if (withValues) {
                    properties.check(name, decode(part.substring(equals + 1), "property"));
                } else {
                    properties.checkNotKnownAsHarmful(name);
                }
            } else if (!part.isEmpty()) {
                throw properties.withoutValue(part);
            }
        }
    }

    /** Checks {@code mem:name;NAME=value;NAME=value}, or another storage that is allowed by name. */
    void checkH2(String rest) {
        if (rest.indexOf('\\') >= 0) {
            throw refused("'\\', which H2 takes for an escape");
        }
        int end = Characters.indexOfAny(rest, ";", 0);
        checkH2Name(rest.substring(0, end));
        for (String setting : rest.substring(Math.min(end + 1, rest.length())).split(";")) {
            int equals = setting.indexOf('=');
            if (equals >= 0) {
                properties.check(setting.substring(0, equals), setting.substring(equals + 1));
            } else if (!setting.isEmpty()) {
                throw properties.withoutValue(setting);
            }
        }
    }

    private void checkH2Name(String name) {
        if (name.startsWith("mem:")) {
            if (!name.substring("mem:".length()).chars().allMatch(c -> Characters.isNameCharacter(c) || c == '$')) {
                throw refused("a name in memory with other than letters, digits and ._$-");
            }
            return;
        }
        if (name.regionMatches(true, 0, "mem:", 0, "mem:".length())) {
            throw refused("'mem:' that is not in lower case, which H2 takes for a file");
        }
        Matcher storage = H2_STORAGE.matcher(name);
        boolean named = false;
        while (storage.lookingAt()) {
            String form = storage.group(1);
            if (!Characters.isDigit(form.charAt(0))) {
                checkH2Storage("h2:" + form.toLowerCase(Locale.ROOT));
                named = true;
            }
            storage.region(storage.end(), name.length());
        }
        if (!named) {
            checkH2Storage("h2:file");
        }
    }

    private void checkH2Storage(String form) {
        if (!properties.isAllowed(form)) {
            throw refused("'" + form + "' is not 'h2:mem', and leads to files or other servers (" + form + " in "
                    + UntrustedProperties.SETTING + " lets it pass)");
        }
    }

    /** Decodes text as the driver does; the MariaDB driver knows no escapes. */
    private String decode(String text, String what) {
        if (kind.equals("mariadb")) {
            if (text.indexOf('(') >= 0) {
                throw refused("'(' in a " + what + ", where the MariaDB driver looks for hosts");
            }
            return text;
        }
        try {
            return PercentCoding.decode(text, true);
        } catch (CharacterCodingException e) {
            throw refused("a malformed escape in a " + what);
        }
    }

    private void checkVisible(String text, String what) {
        if (Characters.hasInvisible(decode(text, what))) {
            throw refused("a control or invisible character in the " + what);
        }
    }

    private static DatabaseUrlException refused(String problem) {
        return DatabaseUrlException.refused(problem);
    }
}
