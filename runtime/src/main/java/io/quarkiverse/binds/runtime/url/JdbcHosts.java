package io.quarkiverse.binds.runtime.url;

import java.util.Arrays;
import java.util.List;

/** Splits the list of hosts in a JDBC URL of MySQL, MariaDB or PostgreSQL. */
public final class JdbcHosts {

    private static final String AUTHORITY = "//";

    private JdbcHosts() {
    }

    /**
     * Returns one URL for each host of {@code jdbc:mysql://a:1,b:2/database?...}, in the order given.
     *
     * @return the URL itself if it has one host, or more than names and ports ({@code replication:}, {@code (host=...)},
     *         {@code address=...}), which is left to the driver
     */
    public static List<String> split(String url) {
        int start = url.indexOf(AUTHORITY);
        if (start < 0 || !url.substring(0, start).matches("jdbc:(mysql|mariadb|postgresql):")) {
            return List.of(url);
        }
        start += AUTHORITY.length();
        int end = Characters.indexOfAny(url, "/?#", start);
        String hosts = url.substring(start, end);
        if (hosts.indexOf(',') < 0 || Characters.indexOfAny(hosts, "(=@", 0) < hosts.length()) {
            return List.of(url);
        }
        String before = url.substring(0, start);
        String after = url.substring(end);
        return Arrays.stream(hosts.split(",")).map(host -> before + host + after).toList();
    }
}
