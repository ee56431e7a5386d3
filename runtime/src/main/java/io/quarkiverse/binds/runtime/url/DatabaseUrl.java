package io.quarkiverse.binds.runtime.url;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * The address of a database as SQLAlchemy users write it, checked and turned into what a JDBC driver takes.
 * <p>
 * Understood are {@code mysql://}, {@code mariadb://} and {@code postgresql://} (also {@code postgres://}), each with or
 * without a Python driver suffix such as {@code mysql+pymysql://}; {@code h2:} followed by what stands behind
 * {@code jdbc:h2:}; and {@code jdbc:} URLs, which are passed on as they are. The first three have the form
 *
 * <pre>
 * mysql://user:password@host:port,host:port/database?name=value&amp;name=value
 * </pre>
 *
 * <ul>
 * <li>Percent escapes (of UTF-8) are decoded in user name, password, database name and parameter values. '+' is a blank in
 * parameter values only.
 * <li>The user name ends at the first ':', the password at the last '@' before the first '/', '?' or '#'. These three
 * must be escaped in a password, and '@' and '#' everywhere behind the host.
 * <li>All parts but the scheme may be left out. No host is {@code localhost}, no port the driver's default, no database no
 * default schema (MySQL, MariaDB) or the one named like the user (PostgreSQL).
 * <li>Blanks and line ends around the URL are dropped: secrets read from files end with a line end, and no URL begins or
 * ends so. Control and invisible characters inside it are refused.
 * <li>A relative H2 file ({@code h2:file:./data/blog}) is relative to the working directory of the process.
 * </ul>
 * The parameters are driver properties, except that those known from Python drivers are translated if there is an exact
 * counterpart ({@code charset}, {@code connect_timeout}, {@code ssl_mode}, ...) and refused with advice if there is none.
 * Without {@code charset} MySQL and MariaDB connections use utf8mb4, the default of both drivers.
 * <p>
 * Immutable and safe to be shared between threads. Nothing is looked up in the network.
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

    private DatabaseUrl(ServerUrl url) {
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
     * @throws DatabaseUrlException if the URL is null, empty, not understood or certain not to work; the message says what to
     *         write instead and never holds the password
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
        String scheme = Dialect.schemeOf(text);
        if (scheme == null) {
            throw DatabaseUrlException.withoutUrl("it does not begin with a scheme; known are " + Dialect.KNOWN_SCHEMES);
        }
        if (scheme.equals("jdbc")) {
            String jdbcUrl = "jdbc:" + text.substring("jdbc:".length()); // drivers know it in lower case only
            JdbcUrl.check(jdbcUrl);
            return new DatabaseUrl(Dialect.kindOf(jdbcUrl).orElse(null), jdbcUrl, Mask.mask(jdbcUrl));
        }
        if (scheme.equals("h2")) {
            return new DatabaseUrl("h2", JdbcUrl.ofH2(text), Mask.mask(text));
        }
        Dialect dialect = Dialect.ofScheme(scheme);
        if (dialect == null) {
            throw unknownScheme(text, scheme);
        }
        return new DatabaseUrl(ServerUrl.parse(text, scheme, dialect));
    }

    private static DatabaseUrlException unknownScheme(String url, String scheme) {
        if (Dialect.base(scheme).equals("sqlite")) {
            return DatabaseUrlException.withoutUrl("there is no SQLite driver in Quarkus; for a database in a file use"
                    + " h2:file:./path, for one in memory h2:mem:name");
        }
        String known = "; known are " + Dialect.KNOWN_SCHEMES;
        // In "user:password@host" the scheme is missing, and what seems to be one is not to be shown.
        return url.startsWith("://", scheme.length())
                ? DatabaseUrlException.of(url, "unknown scheme '" + scheme + "'" + known)
                : DatabaseUrlException.withoutUrl("it does not begin with a known scheme" + known);
    }

    /**
     * The Quarkus db-kind that a URL stands for, told by its scheme (or JDBC sub-protocol) alone. For use where the rest may
     * not be known yet: {@code mysql://${USER}:${PASSWORD}@host/db} is {@code mysql}, {@code ${URL}} is empty.
     *
     * @param url may be null, incomplete or wrong
     * @return the db-kind, or empty if the URL does not tell; never throws
     */
    public static Optional<String> kindOf(String url) {
        return url == null ? Optional.empty() : Dialect.kindOf(url.strip());
    }

    /**
     * Hides the passwords in any text, whether or not it is a URL that can be parsed: before the host, in parameters, in H2 and
     * SQL Server settings, in Connector/J's key-value hosts and in Oracle's {@code user/password@}. Where the text can be read
     * in more than one way, more is hidden than need be.
     *
     * @param text null gives an empty string
     * @return the text with {@code ***} in place of each password; never throws
     */
    public static String mask(String text) {
        return Mask.mask(text);
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

    /** The hosts in the order given, at least one; none for {@code h2:} and {@code jdbc:} URLs, which are not taken apart. */
    public List<Host> hosts() {
        return hosts;
    }

    /** The decoded database name; always empty for {@code h2:} and {@code jdbc:} URLs, which are not taken apart. */
    public Optional<String> database() {
        return Optional.ofNullable(database);
    }

    /**
     * The driver properties, decoded and translated, in the order given and unmodifiable; without user name and password.
     * Always empty for {@code h2:} and {@code jdbc:} URLs, which are not taken apart.
     */
    public Map<String, String> parameters() {
        return parameters;
    }

    /**
     * The URL for the JDBC driver, escaped as that driver decodes it. It holds no user name and no password, unless they were
     * in an {@code h2:} or {@code jdbc:} URL; so it is {@link #masked()} that is to be shown.
     */
    public String jdbcUrl() {
        return jdbcUrl;
    }

    /** The URL with {@code ***} in place of each password, for logs and errors. */
    public String masked() {
        return masked;
    }

    /** Two URLs are equal if they lead to the same place by the same driver as the same user. */
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

    /** {@linkplain #masked() Masked}, so that no log can show the password. */
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
    public record Host(String name, OptionalInt port) {

        /** As in a URL: {@code host}, {@code host:port} or {@code [address]:port}. */
        @Override
        public String toString() {
            String shown = name.indexOf(':') >= 0 ? '[' + name + ']' : name;
            return port.isPresent() ? shown + ':' + port.getAsInt() : shown;
        }
    }
}
