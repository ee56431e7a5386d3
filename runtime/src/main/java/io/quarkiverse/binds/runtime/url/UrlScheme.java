package io.quarkiverse.binds.runtime.url;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The schemes of URLs that are parsed, with the driver suffixes that SQLAlchemy has for them. */
enum UrlScheme {
    MYSQL("mysql", List.of("pymysql", "mysqldb", "mysqlconnector", "asyncmy", "aiomysql", "cymysql")),
    MARIADB("mariadb", List.of("mariadbconnector", "pymysql", "mysqldb", "mysqlconnector", "asyncmy", "aiomysql", "cymysql")),
    POSTGRESQL("postgresql", List.of("psycopg", "psycopg_async", "psycopg2", "psycopg2cffi", "asyncpg", "pg8000"));

    static final String KNOWN_SCHEMES = "mysql://, mariadb://, postgresql:// (or postgres://), h2: and jdbc:";

    /** JDBC sub-protocols whose Quarkus db-kind is known (io.quarkus.datasource.common.runtime.DatabaseKind). */
    private static final Map<String, String> KINDS = Map.of("mysql", "mysql", "mariadb", "mariadb", "postgresql", "postgresql",
            "h2", "h2", "oracle", "oracle", "sqlserver", "mssql", "db2", "db2", "derby", "derby");

    private final String kind;
    private final List<String> suffixes;

    UrlScheme(String kind, List<String> suffixes) {
        this.kind = kind;
        this.suffixes = suffixes;
    }

    /** The Quarkus db-kind, which is also the JDBC sub-protocol. */
    String kind() {
        return kind;
    }

    List<String> suffixes() {
        return suffixes;
    }

    boolean isMySqlLike() {
        return this != POSTGRESQL;
    }

    /** Finds a scheme, given in lower case and with any driver suffix; null if none matches. */
    static UrlScheme ofScheme(String scheme) {
        switch (base(scheme)) {
            case "mysql":
                return MYSQL;
            case "mariadb":
                return MARIADB;
            case "postgresql":
            case "postgres":
                return POSTGRESQL;
            default:
                return null;
        }
    }

    static String base(String scheme) {
        int plus = scheme.indexOf('+');
        return plus < 0 ? scheme : scheme.substring(0, plus);
    }

    /** The text before the first colon, in lower case; null if it is not a scheme by RFC 3986. */
    static String schemeOf(String url) {
        int colon = url.indexOf(':');
        if (colon <= 0) {
            return null;
        }
        for (int i = 0; i < colon; i++) {
            char c = url.charAt(i);
            if (!Characters.isNameCharacter(c) && c != '+' || i == 0 && !Character.isLetter(c)) {
                return null;
            }
        }
        return url.substring(0, colon).toLowerCase(Locale.ROOT);
    }

    /** Finds the db-kind by scheme or, after "jdbc:", by sub-protocol alone. */
    static Optional<String> kindOf(String url) {
        String scheme = schemeOf(withoutUnresolvedSuffix(url));
        if (scheme == null) {
            return Optional.empty();
        }
        if (scheme.equals("jdbc")) {
            String subProtocol = schemeOf(url.substring("jdbc:".length()));
            return subProtocol == null ? Optional.empty() : Optional.ofNullable(KINDS.get(base(subProtocol)));
        }
        UrlScheme dialect = ofScheme(scheme);
        return dialect != null ? Optional.of(dialect.kind) : scheme.equals("h2") ? Optional.of("h2") : Optional.empty();
    }

    /** Removes an unresolved suffix: "mysql+${DRIVER}://host" is MySQL, as is "mysql+pymysql://host". */
    private static String withoutUnresolvedSuffix(String url) {
        int plus = url.indexOf("+${");
        return plus > 0 && plus < Characters.indexOfAny(url, ":", 0) ? url.substring(0, plus) + ':' : url;
    }
}
