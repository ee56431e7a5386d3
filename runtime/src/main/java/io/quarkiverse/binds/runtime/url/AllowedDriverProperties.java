package io.quarkiverse.binds.runtime.url;

import static io.quarkiverse.binds.runtime.url.PropertyValue.ANY;
import static io.quarkiverse.binds.runtime.url.PropertyValue.FLAG;
import static io.quarkiverse.binds.runtime.url.PropertyValue.FULLY_VERIFIED;
import static io.quarkiverse.binds.runtime.url.PropertyValue.NAMES;
import static io.quarkiverse.binds.runtime.url.PropertyValue.NUMBER;
import static io.quarkiverse.binds.runtime.url.PropertyValue.SIZE;
import static io.quarkiverse.binds.runtime.url.PropertyValue.SQL_MODE;
import static io.quarkiverse.binds.runtime.url.PropertyValue.TEXT;
import static io.quarkiverse.binds.runtime.url.PropertyValue.TRUE;
import static io.quarkiverse.binds.runtime.url.PropertyValue.WORD;

import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * The driver properties that are allowed in URLs from outside, each verified in the source code of its driver. All others are
 * refused, and so are new properties of another version of a driver.
 * <p>
 * Missing on purpose, although they read no files and run nothing: {@code allowPublicKeyRetrieval} (the server chooses the key
 * that encrypts the password), {@code createDatabaseIfNotExist}, and properties that the project's own measurements found
 * unsafe ({@code useLocalSessionState}, {@code cacheServerConfiguration}).
 */
final class AllowedDriverProperties {

    private static final Map<String, Map<String, PropertyValue>> KINDS = Map.of(
            "mysql", new Names()
                    .with(ANY, "user", "password")
                    .with(NUMBER, "connectTimeout", "socketTimeout", "netTimeoutForStreamingResults", "defaultFetchSize")
                    .with(SIZE, "prepStmtCacheSize", "prepStmtCacheSqlLimit", "metadataCacheSize")
                    .with(WORD, "characterEncoding", "characterSetResults", "connectionCollation", "connectionTimeZone",
                            "zeroDateTimeBehavior")
                    .with(FLAG, "forceConnectionTimeZoneToSession", "preserveInstants", "cacheDefaultTimeZone",
                            "sendFractionalSeconds", "sendFractionalSecondsForTime", "tinyInt1isBit",
                            "transformedBitIsBoolean", "yearIsDateType", "rewriteBatchedStatements", "cachePrepStmts",
                            "useServerPrepStmts", "useCursorFetch", "cacheResultSetMetadata", "tcpKeepAlive", "tcpNoDelay",
                            "useCompression")
                    // used only if sslMode is not set; the value true weakens none of them
                    .with(TRUE, "useSSL", "requireSSL", "verifyServerCertificate")
                    .with(FULLY_VERIFIED, "sslMode")
                    .with(SQL_MODE, "sessionVariables").map,
            "mariadb", new Names()
                    .with(ANY, "user", "password")
                    .with(NUMBER, "connectTimeout", "socketTimeout", "defaultFetchSize", "tcpKeepIdle", "tcpKeepCount",
                            "tcpKeepInterval")
                    .with(SIZE, "prepStmtCacheSize")
                    .with(WORD, "connectionCollation", "connectionTimeZone", "timezone")
                    .with(FLAG, "forceConnectionTimeZoneToSession", "preserveInstants", "tinyInt1isBit",
                            "transformedBitIsBoolean", "yearIsDateType", "rewriteBatchedStatements", "cachePrepStmts",
                            "useServerPrepStmts", "useBulkStmts", "useBulkStmtsForInserts", "tcpKeepAlive",
                            "useCompression")
                    .with(FULLY_VERIFIED, "sslMode")
                    .with(SQL_MODE, "sessionVariables").map,
            "postgresql", new Names()
                    .with(ANY, "user", "password")
                    .with(NUMBER, "connectTimeout", "socketTimeout", "loginTimeout", "queryTimeout", "cancelSignalTimeout",
                            "defaultRowFetchSize", "prepareThreshold", "hostRecheckSeconds")
                    .with(SIZE, "preparedStatementCacheQueries")
                    .with(WORD, "targetServerType", "stringtype")
                    .with(NAMES, "currentSchema")
                    .with(TEXT, "ApplicationName")
                    .with(FLAG, "reWriteBatchedInserts", "binaryTransfer", "loadBalanceHosts", "tcpKeepAlive", "tcpNoDelay")
                    // without sslmode it means verify-full; with sslmode it is ignored
                    .with(TRUE, "ssl")
                    .with(FULLY_VERIFIED, "sslmode").map,
            "h2", new Names()
                    .with(ANY, "USER", "PASSWORD")
                    .with(NUMBER, "DB_CLOSE_DELAY", "LOCK_TIMEOUT", "DEFAULT_LOCK_TIMEOUT", "QUERY_TIMEOUT")
                    .with(WORD, "MODE", "SCHEMA", "TIME ZONE", "COLLATION", "DEFAULT_NULL_ORDERING")
                    .with(NAMES, "NON_KEYWORDS", "SCHEMA_SEARCH_PATH")
                    .with(FLAG, "DATABASE_TO_LOWER", "DATABASE_TO_UPPER", "CASE_INSENSITIVE_IDENTIFIERS", "IGNORECASE",
                            "DB_CLOSE_ON_EXIT", "IFEXISTS", "ZERO_BASED_ENUMS", "OLD_INFORMATION_SCHEMA").map);

    /** Other names of one property: Connector/J's PropertyKey, MariaDB's OptionAliases, PostgreSQL's PGPropertyUtil. */
    private static final Map<String, Map<String, String>> ALIASES = Map.of(
            "mysql", Map.ofEntries(
                    Map.entry("servertimezone", "connectiontimezone"),
                    Map.entry("nullcatalogmeanscurrent", "nulldatabasemeanscurrent"),
                    Map.entry("parseinfocachefactory", "queryinfocachefactory"),
                    Map.entry("enabledsslciphersuites", "tlsciphersuites"),
                    Map.entry("enabledtlsprotocols", "tlsversions"),
                    Map.entry("namedpipepath", "path"),
                    Map.entry("haenablejmx", "ha.enablejmx"),
                    Map.entry("haloadbalancestrategy", "ha.loadbalancestrategy"),
                    Map.entry("xdevapiasyncresponsetimeout", "xdevapi.asyncresponsetimeout"),
                    Map.entry("xdevapiauth", "xdevapi.auth"),
                    Map.entry("xdevapiconnecttimeout", "xdevapi.connect-timeout"),
                    Map.entry("xdevapiconnectionattributes", "xdevapi.connection-attributes"),
                    Map.entry("xdevapicompression", "xdevapi.compression"),
                    Map.entry("xdevapicompressionalgorithms", "xdevapi.compression-algorithms"),
                    Map.entry("xdevapicompressionextensions", "xdevapi.compression-extensions"),
                    Map.entry("xdevapidnssrv", "xdevapi.dns-srv"),
                    Map.entry("xdevapifallbacktosystemkeystore", "xdevapi.fallback-to-system-keystore"),
                    Map.entry("xdevapifallbacktosystemtruststore", "xdevapi.fallback-to-system-truststore"),
                    Map.entry("xdevapisslkeystorepassword", "xdevapi.ssl-keystore-password"),
                    Map.entry("xdevapisslkeystoretype", "xdevapi.ssl-keystore-type"),
                    Map.entry("xdevapisslkeystore", "xdevapi.ssl-keystore"),
                    Map.entry("xdevapisslmode", "xdevapi.ssl-mode"),
                    Map.entry("xdevapissltruststorepassword", "xdevapi.ssl-truststore-password"),
                    Map.entry("xdevapissltruststoretype", "xdevapi.ssl-truststore-type"),
                    Map.entry("xdevapissltruststore", "xdevapi.ssl-truststore"),
                    Map.entry("xdevapitlsciphersuites", "xdevapi.tls-ciphersuites"),
                    Map.entry("xdevapitlsversions", "xdevapi.tls-versions")),
            "mariadb", Map.of(
                    "clientcertificatekeystoreurl", "keystore",
                    "clientcertificatekeystorepassword", "keystorepassword",
                    "clientcertificatekeystoretype", "keystoretype",
                    "trustcertificatekeystoreurl", "truststore",
                    "trustcertificatekeystorepassword", "truststorepassword",
                    "trustcertificatekeystoretype", "truststoretype",
                    "nullcatalogmeanscurrent", "nulldatabasemeanscurrent",
                    "databaseterm", "usecatalogterm"),
            "postgresql", Map.of("host", "pghost", "port", "pgport", "dbname", "pgdbname"));

    private AllowedDriverProperties() {
    }

    /** The db-kinds whose properties are known. */
    static Set<String> kinds() {
        return KINDS.keySet();
    }

    /** The condition for the value; null if the property is not known to be harmless. */
    static PropertyValue value(String kind, String name) {
        return names(kind).get(canonical(kind, name));
    }

    /** The main name, in lower case, of a property with several names. */
    static String canonical(String kind, String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        return ALIASES.getOrDefault(kind, Map.of()).getOrDefault(lower, lower);
    }

    /** The names in the driver's spelling, with the conditions for their values; sorted, found in any case. */
    static Map<String, PropertyValue> names(String kind) {
        return KINDS.getOrDefault(kind, Map.of());
    }

    private static final class Names {

        private final Map<String, PropertyValue> map = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);

        Names with(PropertyValue value, String... names) {
            for (String name : names) {
                map.put(name, value);
            }
            return this;
        }
    }
}
