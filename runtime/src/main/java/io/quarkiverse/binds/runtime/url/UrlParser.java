package io.quarkiverse.binds.runtime.url;

import java.nio.charset.CharacterCodingException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;

import io.quarkiverse.binds.runtime.url.DatabaseUrl.Host;

/** Parses {@code scheme://user:password@host:port,host/database?name=value&name=value}; used once for each URL. */
final class UrlParser {

    private static final String LOCALHOST = "localhost";
    private static final int MAX_PORT = 65535;

    private final String url;
    final UrlScheme dialect;

    String username;
    String password;
    List<Host> hosts;
    String database;
    Map<String, String> parameters;

    private UrlParser(String url, UrlScheme dialect) {
        this.url = url;
        this.dialect = dialect;
    }

    static UrlParser parse(String url, String scheme, UrlScheme dialect) {
        UrlParser result = new UrlParser(url, dialect);
        result.checkSuffix(scheme);
        result.parse(scheme);
        return result;
    }

    private void checkSuffix(String scheme) {
        int plus = scheme.indexOf('+');
        String suffix = plus < 0 ? null : scheme.substring(plus + 1);
        if ("pyodbc".equals(suffix)) {
            // Its "host" may be the name of an ODBC data source, so its meaning is not known.
            throw problem("pyodbc URLs may name an ODBC data source instead of a host; write " + dialect.kind() + "://");
        }
        if (suffix != null && !dialect.suffixes().contains(suffix)) {
            throw problem("unknown driver suffix; write " + dialect.kind() + "://, or with one of +"
                    + String.join(", +", dialect.suffixes()));
        }
    }

    private void parse(String scheme) {
        String rest = url.substring(scheme.length() + 1);
        if (!rest.startsWith("//")) {
            throw DatabaseUrlException.withoutUrl("two slashes must follow '" + scheme + ":', as in " + UrlScheme.base(scheme)
                    + "://user:password@host:3306/database");
        }
        rest = rest.substring(2);
        int authorityEnd = Characters.indexOfAny(rest, "/?#", 0);
        String authority = rest.substring(0, authorityEnd);
        String tail = rest.substring(authorityEnd);
        ForeignUrls.refuseSeparators(url, tail);
        checkTail(authority, tail, scheme);

        int at = authority.lastIndexOf('@');
        if (at >= 0) {
            parseUserInfo(authority.substring(0, at));
        }
        hosts = parseHosts(authority.substring(at + 1));
        int question = Characters.indexOfAny(tail, "?", 0);
        database = parseDatabase(tail.substring(0, question));
        parameters = parseQuery(tail.substring(Math.min(question + 1, tail.length())));
    }

    /** Refuses '@' and '#' after the host, where they are never right. An '@' shows that the host was misread. */
    private void checkTail(String authority, String tail, String scheme) {
        int at = tail.indexOf('@');
        if (at >= 0 && authority.isEmpty() && at < Characters.indexOfAny(tail, "?#", 0)) {
            throw problem(threeSlashes(UrlScheme.base(scheme), tail));
        }
        if (at >= 0) {
            throw problem("'@' behind the host: in a user name or password '/' is written %2F, '?' %3F, '#' %23, and '@' in"
                    + " a database name or parameter %40");
        }
        if (tail.indexOf('#') >= 0) {
            throw problem("'#' must be written %23; in a password '/' is %2F and '?' %3F, too");
        }
    }

    static String threeSlashes(String scheme, String path) {
        int start = 0;
        while (start < path.length() && path.charAt(start) == '/') {
            start++;
        }
        return "three slashes; did you mean " + PasswordMask.mask(scheme + "://" + path.substring(start));
    }

    private void parseUserInfo(String userInfo) {
        int colon = userInfo.indexOf(':');
        String user = decode(colon < 0 ? userInfo : userInfo.substring(0, colon), "user name", false);
        if (user.isEmpty() && colon >= 0) {
            throw problem("a password without a user name");
        }
        username = user.isEmpty() ? null : checkName(user, "user name");
        password = colon < 0 ? null : decode(userInfo.substring(colon + 1), "password", false);
    }

    private List<Host> parseHosts(String text) {
        if (text.isEmpty()) {
            return List.of(new Host(LOCALHOST, OptionalInt.empty()));
        }
        List<Host> result = new ArrayList<>();
        for (String part : text.split(",", -1)) {
            if (part.isEmpty()) {
                throw problem("an empty name in the list of hosts");
            }
            result.add(parseHost(part));
        }
        return List.copyOf(result);
    }

    private Host parseHost(String part) {
        String name;
        String rest;
        if (part.startsWith("[")) {
            int end = part.indexOf(']');
            if (end < 0 || part.indexOf(':') > end || !part.substring(1, end).matches("[0-9A-Fa-f:.]+")) {
                throw problem("only an IPv6 address may stand in brackets, as in [::1]:3306");
            }
            name = part.substring(1, end);
            rest = part.substring(end + 1);
        } else {
            int colon = Characters.indexOfAny(part, ":", 0);
            name = colon == 0 ? LOCALHOST : part.substring(0, colon);
            rest = part.substring(colon);
            if (name.regionMatches(true, 0, "%2F", 0, 3) || name.startsWith("/")) {
                throw problem("the driver connects by TCP, not by sockets of Unix; use host and port");
            }
            if (!name.codePoints().allMatch(c -> Character.isLetterOrDigit(c) || c == '.' || c == '-' || c == '_')) {
                throw problem("a host name has only letters, digits, '.', '-' and '_'; is there an unresolved ${...}, or an"
                        + " '@' in the password that was meant as %40?");
            }
        }
        return new Host(name, parsePort(rest));
    }

    private OptionalInt parsePort(String rest) {
        if (rest.isEmpty()) {
            return OptionalInt.empty();
        }
        // The value is not shown: in "user:password/database" it is the password.
        boolean digits = rest.length() <= 6 && rest.charAt(0) == ':' && rest.substring(1).chars().allMatch(Characters::isDigit);
        int port = digits && rest.length() > 1 ? Integer.parseInt(rest.substring(1)) : 0;
        if (port < 1 || port > MAX_PORT) {
            throw problem("the port must be a number from 1 to " + MAX_PORT + "; an IPv6 address stands in brackets, and"
                    + " behind a password comes '@' and the host");
        }
        return OptionalInt.of(port);
    }

    private String parseDatabase(String path) {
        if (path.length() <= 1) {
            return null;
        }
        if (path.indexOf('/', 1) >= 0) {
            throw problem("a second '/' behind the host; in a database name or a password it is written %2F");
        }
        String name = checkName(decode(path.substring(1), "database name", false), "database name");
        // Connector/J trims the name, and no MySQL name ends with a blank.
        if (dialect.isMySqlLike() && !name.equals(name.strip())) {
            throw problem("the database name begins or ends with a blank");
        }
        return name;
    }

    private Map<String, String> parseQuery(String query) {
        Map<String, String> given = new LinkedHashMap<>();
        for (String part : query.split("&")) {
            if (part.isEmpty()) {
                continue;
            }
            int equals = Characters.indexOfAny(part, "=", 0);
            String name = part.substring(0, equals);
            if (name.isEmpty() || !name.chars().allMatch(Characters::isNameCharacter)) {
                throw problem("behind '?' comes name=value&name=value; a '?' in a password is written %3F");
            }
            String value = decode(part.substring(Math.min(equals + 1, part.length())), "parameter '" + name + "'", true);
            if (!takeCredential(name, value) && given.put(name, checkName(value, "parameter '" + name + "'")) != null) {
                throw problem("the parameter '" + name + "' is set twice");
            }
        }
        return new ParameterMapping(dialect, url).map(given);
    }

    /**
     * Takes user and password out of the parameters: they are passed to the pool separately and must not stay among the
     * properties of the driver.
     */
    private boolean takeCredential(String name, String value) {
        switch (name.toLowerCase(Locale.ROOT)) {
            case "user":
            case "username":
                if (username != null) {
                    throw problem("the user name is given twice");
                }
                username = value.isEmpty() ? null : checkName(value, "user name");
                return true;
            case "password":
            case "passwd":
                if (password != null) {
                    throw problem("the password is given twice");
                }
                password = value;
                return true;
            default:
                return false;
        }
    }

    private String decode(String text, String what, boolean plusIsBlank) {
        try {
            return PercentCoding.decode(text, plusIsBlank);
        } catch (CharacterCodingException e) {
            throw problem("malformed escape in the " + what + "; '%' itself is written %25");
        }
    }

    private String checkName(String decoded, String what) {
        if (Characters.hasInvisible(decoded)) {
            throw problem("a control or invisible character in the " + what);
        }
        return decoded;
    }

    private DatabaseUrlException problem(String problem) {
        return DatabaseUrlException.of(url, problem);
    }

    /** Returns the URL in the form that the driver decodes; a part that it would misread is an error. */
    String jdbcUrl() {
        StringBuilder result = new StringBuilder("jdbc:").append(dialect.kind()).append("://");
        appendHosts(result);
        result.append('/').append(database == null ? "" : forDriver(database, "?", "database name"));
        char separator = '?';
        for (Map.Entry<String, String> parameter : parameters.entrySet()) {
            result.append(separator).append(parameter.getKey()).append('=')
                    .append(forDriver(parameter.getValue(), "&", "parameter '" + parameter.getKey() + "'"));
            separator = '&';
        }
        return result.toString();
    }

    /**
     * Escapes a part for the driver: Connector/J and the PostgreSQL driver decode percent escapes, MariaDB Connector/J uses the
     * characters as they are.
     */
    private String forDriver(String text, String separator, String what) {
        if (dialect != UrlScheme.MARIADB) {
            return PercentCoding.encode(text);
        }
        // The driver searches "address=(" in the whole URL and would take the part for a host.
        if (text.contains(separator) || text.contains("address=(")) {
            throw problem("the MariaDB driver knows no escapes, so '" + separator + "' cannot be in the " + what);
        }
        return text;
    }

    private void appendHosts(StringBuilder result) {
        for (int i = 0; i < hosts.size(); i++) {
            result.append(i == 0 ? "" : ",").append(hosts.get(i));
        }
    }

    String masked() {
        StringBuilder result = new StringBuilder(dialect.kind()).append("://");
        if (username != null || password != null) {
            result.append(username == null ? "" : PasswordMask.shown("", username));
            result.append(password == null ? "" : ':' + PasswordMask.HIDDEN).append('@');
        }
        appendHosts(result);
        result.append('/').append(database == null ? "" : PasswordMask.shown("", database));
        char separator = '?';
        for (Map.Entry<String, String> parameter : parameters.entrySet()) {
            result.append(separator).append(parameter.getKey()).append('=')
                    .append(PasswordMask.shown(parameter.getKey(), parameter.getValue()));
            separator = '&';
        }
        return result.toString();
    }
}
