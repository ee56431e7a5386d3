package io.quarkiverse.binds.runtime.config;

import java.util.Collections;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.quarkus.datasource.common.runtime.DatabaseKind;

/**
 * What the drivers of MySQL and MariaDB are told of which nobody says anything. The page of the defaults has the reason of
 * each,
 * and of those that are not here.
 */
final class DriverDefaults {

    /**
     * The {@link BindKey#POOL_LOGIN_TIMEOUT} in milliseconds: without it MySQL's driver waits for as long as the network does.
     */
    static final String CONNECT_TIMEOUT = "connectTimeout";

    /**
     * A server that is gone without a word would hold a thread for ever. Five times as long as a transaction of Quarkus may
     * take, which ends what is merely slow.
     */
    private static final String SOCKET_TIMEOUT = "socketTimeout";
    private static final String FIVE_MINUTES = "300000";

    private static final Map<String, Map<String, String>> OF_KINDS = Map.of(
            DatabaseKind.MYSQL, Map.of(
                    SOCKET_TIMEOUT, FIVE_MINUTES,
                    // a batch of inserts is one command; the driver of MariaDB does so by itself
                    "rewriteBatchedStatements", "true",
                    // without it the driver asks for the server's read-only state before each batch
                    "readOnlyPropagatesToServer", "false"),
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
     * @return null if there is none, or if it is that of another key, as for {@link #CONNECT_TIMEOUT}
     */
    static String value(String kind, String property) {
        return kind == null ? null : OF_KINDS.getOrDefault(kind, Map.of()).get(property);
    }

    /**
     * What a URL says of a property, behind its question mark or for one of its hosts: given beside it, a property would win.
     *
     * @return null if it says nothing
     */
    static String inUrl(String jdbcUrl, String property) {
        if (jdbcUrl == null) {
            return null;
        }
        Matcher matcher = Pattern.compile("[?&(,]\\s*" + Pattern.quote(property) + "\\s*=([^&),#]*)", Pattern.CASE_INSENSITIVE)
                .matcher(jdbcUrl);
        return matcher.find() ? matcher.group(1).strip() : null;
    }
}
