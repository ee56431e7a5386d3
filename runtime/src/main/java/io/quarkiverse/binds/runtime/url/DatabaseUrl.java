package io.quarkiverse.binds.runtime.url;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * The URL of a database as SQLAlchemy users write it, checked and translated into the form of the JDBC driver.
 * <p>
 * Supported are {@code mysql://}, {@code mariadb://} and {@code postgresql://} (also {@code postgres://}), each with or without
 * a Python driver suffix such as {@code mysql+pymysql://}; {@code h2:} followed by the rest of a {@code jdbc:h2:} URL; and
 * {@code jdbc:} URLs, which are passed on unchanged. The first three have the form
 *
 * <pre>
 * mysql://user:password@host:port,host:port/database?name=value&amp;name=value
 * </pre>
 *
 * <ul>
 * <li>Percent escapes (of UTF-8) are decoded in user name, password, database name and parameter values. '+' is a blank in
 * parameter values only.
 * <li>The user name ends at the first ':', the password at the last '@' before the first '/', '?' or '#'. These three must be
 * escaped in a password, and '@' and '#' everywhere after the host.
 * <li>All parts but the scheme are optional. The default host is {@code localhost}, the default port that of the driver.
 * Without a database there is no default schema (MySQL, MariaDB), or it is the database named like the user (PostgreSQL).
 * <li>Blanks and line ends around the URL are dropped: secrets read from files end with a line end, and no valid URL begins or
 * ends with such characters. Control and invisible characters inside it are refused.
 * <li>A relative H2 file ({@code h2:file:./data/blog}) is relative to the working directory of the process.
 * </ul>
 * The parameters are driver properties. Parameters known from Python drivers are translated if there is an exact counterpart
 * ({@code charset}, {@code connect_timeout}, {@code ssl_mode}, ...) and refused with advice if there is none. Without
 * {@code charset} MySQL and MariaDB connections use utf8mb4, the default of both drivers.
 * <p>
 * Immutable and thread-safe. Nothing is looked up in the network.
 */
public final class DatabaseUrl {

    private final String kind;
    private final String username;
    private final String password;
    private final List<Host> hosts;
    private final String database;
    private final Map<String, String> parameters;
    private final String jdbcUrl;
    private final String masked;

    private DatabaseUrl(UrlParser url) {
        kind = url.dialect.kind();
        username = url.username;
        password = url.password;
        hosts = url.hosts;
        database = url.database;
        parameters = Collections.unmodifiableMap(url.parameters);
        jdbcUrl = url.jdbcUrl();
        masked = url.masked();
    }

    private DatabaseUrl(String kind, String jdbcUrl, String masked) {
        this.kind = kind;
        username = null;
        password = null;
        hosts = List.of();
        database = null;
        parameters = Map.of();
        this.jdbcUrl = jdbcUrl;
        this.masked = masked;
    }

    /**
     * Parses and checks a URL.
     *
     * @throws DatabaseUrlException if the URL is null, empty, not understood or certain not to work; the message names the
     *         right form and never contains the password
     */
    public static DatabaseUrl parse(String url) {
        String text = url == null ? "" : url.strip();
        if (text.isEmpty()) {
            throw DatabaseUrlException.withoutUrl("it is empty");
        }
        if ("\"'`".indexOf(text.charAt(0)) >= 0) {
            throw DatabaseUrlException.of(text, "it begins with a quote; a configuration value is written without quotes");
        }
        if (Characters.hasInvisible(text)) {
            throw DatabaseUrlException.of(text, "it has a line end, a control or an invisible character inside");
        }
        String scheme = UrlScheme.schemeOf(text);
        ForeignUrls.refuse(text, scheme);
        if (scheme == null) {
            throw DatabaseUrlException.withoutUrl("it does not begin with a scheme; known are " + UrlScheme.KNOWN_SCHEMES);
        }
        if (scheme.equals("jdbc")) {
            String jdbcUrl = "jdbc:" + text.substring("jdbc:".length()); // drivers accept the prefix in lower case only
            JdbcUrl.check(jdbcUrl);
            return new DatabaseUrl(UrlScheme.kindOf(jdbcUrl).orElse(null), jdbcUrl, PasswordMask.mask(jdbcUrl));
        }
        if (scheme.equals("h2")) {
            return new DatabaseUrl("h2", JdbcUrl.ofH2(text), PasswordMask.mask(text));
        }
        UrlScheme dialect = UrlScheme.ofScheme(scheme);
        if (dialect == null) {
            throw unknownScheme(text, scheme);
        }
        return new DatabaseUrl(UrlParser.parse(text, scheme, dialect));
    }

    private static DatabaseUrlException unknownScheme(String url, String scheme) {
        if (UrlScheme.base(scheme).equals("sqlite")) {
            return DatabaseUrlException.withoutUrl("there is no SQLite driver in Quarkus; for a database in a file use"
                    + " h2:file:./path, for one in memory h2:mem:name");
        }
        String known = "; known are " + UrlScheme.KNOWN_SCHEMES;
        // In "user:password@host" the scheme is missing, and the text in its place must not be shown.
        return url.startsWith("://", scheme.length())
                ? DatabaseUrlException.of(url, "unknown scheme '" + scheme + "'" + known)
                : DatabaseUrlException.withoutUrl("it does not begin with a known scheme" + known);
    }

    /**
     * The Quarkus db-kind of a URL, found by its scheme (or JDBC sub-protocol) alone. For use where the rest may not be known
     * yet: {@code mysql://${USER}:${PASSWORD}@host/db} is {@code mysql}, {@code ${URL}} is empty.
     *
     * @param url may be null, incomplete or wrong
     * @return the db-kind; empty if the URL has no known scheme; never throws
     */
    public static Optional<String> kindOf(String url) {
        return url == null ? Optional.empty() : UrlScheme.kindOf(url.strip());
    }

    /**
     * Hides the passwords in any text, whether or not it is a valid URL: before the host, in parameters, in H2 and SQL Server
     * settings, in Connector/J's key-value hosts and in Oracle's {@code user/password@}. If the text is ambiguous, more is
     * hidden than necessary.
     *
     * @param text null gives an empty string
     * @return the text with {@code ***} in place of each password; never throws
     */
    public static String mask(String text) {
        return PasswordMask.mask(text);
    }

    /**
     * The Quarkus db-kind: {@code mysql}, {@code mariadb}, {@code postgresql}, {@code h2}, and for {@code jdbc:} URLs also
     * {@code oracle}, {@code mssql}, {@code db2}, {@code derby}; empty if the sub-protocol is another one.
     */
    public Optional<String> kind() {
        return Optional.ofNullable(kind);
    }

    /** The decoded user name. Always empty for {@code h2:} and {@code jdbc:} URLs, which keep theirs in {@link #jdbcUrl()}. */
    public Optional<String> username() {
        return Optional.ofNullable(username);
    }

    /**
     * The decoded password: {@code user:@host} is an empty one, {@code user@host} none. Always empty for {@code h2:} and
     * {@code jdbc:} URLs, which keep theirs in {@link #jdbcUrl()}.
     */
    public Optional<String> password() {
        return Optional.ofNullable(password);
    }

    /** The hosts in the order given, at least one; none for {@code h2:} and {@code jdbc:} URLs, which are not parsed. */
    List<Host> hosts() {
        return hosts;
    }

    /** The decoded database name; always empty for {@code h2:} and {@code jdbc:} URLs, which are not parsed. */
    public Optional<String> database() {
        return Optional.ofNullable(database);
    }

    /**
     * The driver properties, decoded and translated, in the order given and unmodifiable; without user name and password.
     * Always empty for {@code h2:} and {@code jdbc:} URLs, which are not parsed.
     */
    public Map<String, String> parameters() {
        return parameters;
    }

    /**
     * The URL for the JDBC driver, escaped as that driver decodes it. It holds no user name and no password, unless they were
     * in an {@code h2:} or {@code jdbc:} URL; so messages must show {@link #masked()} instead.
     */
    public String jdbcUrl() {
        return jdbcUrl;
    }

    /** The URL with {@code ***} in place of each password, for logs and errors. */
    public String masked() {
        return masked;
    }

    /** Compares two URLs, which are equal if they lead to the same place by the same driver as the same user. */
    @Override
    public boolean equals(Object other) {
        return other instanceof DatabaseUrl
                && jdbcUrl.equals(((DatabaseUrl) other).jdbcUrl)
                && Objects.equals(username, ((DatabaseUrl) other).username)
                && Objects.equals(password, ((DatabaseUrl) other).password);
    }

    @Override
    public int hashCode() {
        return Objects.hash(jdbcUrl, username, password);
    }

    /** The {@linkplain #masked() masked} URL, so that no log shows the password. */
    @Override
    public String toString() {
        return masked;
    }

    /**
     * A host and its port.
     *
     * @param name the name or address; an IPv6 address without brackets
     * @param port empty for the driver's default
     */
    record Host(String name, OptionalInt port) {

        /** The form in a URL: {@code host}, {@code host:port} or {@code [address]:port}. */
        @Override
        public String toString() {
            String shown = name.indexOf(':') >= 0 ? '[' + name + ']' : name;
            return port.isPresent() ? shown + ':' + port.getAsInt() : shown;
        }
    }
}
