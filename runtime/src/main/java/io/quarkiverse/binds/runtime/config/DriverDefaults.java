package io.quarkiverse.binds.runtime.config;

import java.util.Collections;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.quarkus.datasource.common.runtime.DatabaseKind;

/**
 * Default driver properties of MySQL and MariaDB for properties that the user does not set. The documentation page of the
 * defaults gives the reason for each, and for those that are left out.
 */
final class DriverDefaults {

    /** The {@link Key#POOL_LOGIN_TIMEOUT} in milliseconds: without it MySQL's driver waits for as long as the network does. */
    static final String CONNECT_TIMEOUT = "connectTimeout";

    /**
     * Without this timeout a server that vanishes would block a thread forever. Five times the transaction timeout of Quarkus,
     * which ends statements that are merely slow.
     */
    private static final String SOCKET_TIMEOUT = "socketTimeout";
    private static final String FIVE_MINUTES = "300000";

    private static final String CACHE_STATEMENTS = "cachePrepStmts";
    /** Number for each connection; the driver's default, 25, is fewer than the statements of a usual application. */
    private static final String CACHED_STATEMENTS = "prepStmtCacheSize";
    /**
     * Characters, as recommended by HikariCP; the driver's default, 256, excludes a query of a few columns by Hibernate ORM.
     */
    private static final String CACHED_LENGTH = "prepStmtCacheSqlLimit";
    /** With this property, a cache would keep statements at the server, which a change of a table breaks. */
    private static final String SERVER_STATEMENTS = "useServerPrepStmts";
    private static final Set<String> OF_CLIENT_STATEMENTS = Set.of(CACHE_STATEMENTS, CACHED_STATEMENTS, CACHED_LENGTH);

    private static final Map<String, Map<String, String>> OF_KINDS = Map.of(
            DatabaseKind.MYSQL, Map.of(
                    SOCKET_TIMEOUT, FIVE_MINUTES,
                    // sends a batch of inserts as one command; the driver of MariaDB does so by itself
                    "rewriteBatchedStatements", "true",
                    // if true, the driver asks for the server's read-only state before each batch
                    "readOnlyPropagatesToServer", "false",
                    // otherwise the driver parses the text of each statement each time
                    CACHE_STATEMENTS, "true",
                    CACHED_STATEMENTS, "100",
                    CACHED_LENGTH, "2048"),
            DatabaseKind.MARIADB, Map.of(SOCKET_TIMEOUT, FIVE_MINUTES));

    private DriverDefaults() {
    }

    /** The properties that have a default for a kind of database, sorted. */
    static Set<String> names(String kind) {
        Map<String, String> values = kind == null ? null : OF_KINDS.get(kind);
        if (values == null) {
            return Set.of();
        }
        Set<String> names = new TreeSet<>(values.keySet());
        names.add(CONNECT_TIMEOUT);
        return Collections.unmodifiableSet(names);
    }

    /**
     * Whether a default is left out because of another property: whether to keep statements at the server is the user's choice.
     *
     * @param set whether the user sets a property
     */
    static boolean isLeftOut(String property, Predicate<String> set) {
        return OF_CLIENT_STATEMENTS.contains(property) && set.test(SERVER_STATEMENTS);
    }

    /**
     * Whether the URL of a single database, such as one on the fly, replaces a property of its bind: by a value of its own, or
     * by {@link #isLeftOut another property}.
     */
    static boolean isReplacedByUrl(String jdbcUrl, String property) {
        return inUrl(jdbcUrl, property) != null || isLeftOut(property, other -> inUrl(jdbcUrl, other) != null);
    }

    /** @return null if there is no default, or if another key sets it, as for {@link #CONNECT_TIMEOUT} */
    static String value(String kind, String property) {
        return kind == null ? null : OF_KINDS.getOrDefault(kind, Map.of()).get(property);
    }

    /**
     * The value of a property in a URL, after its question mark or for a host. A property given beside the URL would win over
     * it.
     *
     * @return null if the URL does not have the property
     */
    static String inUrl(String jdbcUrl, String property) {
        if (jdbcUrl == null || !containsIgnoringCase(jdbcUrl, property)) {
            return null; // in most URLs: a pool asks for each of its properties, and a pattern for each takes memory and time
        }
        Matcher matcher = Pattern.compile("[?&(,]\\s*" + Pattern.quote(property) + "\\s*=([^&),#]*)", Pattern.CASE_INSENSITIVE)
                .matcher(jdbcUrl);
        return matcher.find() ? matcher.group(1).strip() : null;
    }

    private static boolean containsIgnoringCase(String text, String part) {
        for (int i = 0; i <= text.length() - part.length(); i++) {
            if (text.regionMatches(true, i, part, 0, part.length())) {
                return true;
            }
        }
        return false;
    }
}
