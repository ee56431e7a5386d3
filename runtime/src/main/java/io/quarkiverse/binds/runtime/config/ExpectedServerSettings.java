package io.quarkiverse.binds.runtime.config;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import io.smallrye.config.ConfigValue;
import io.smallrye.config.SmallRyeConfig;

/**
 * Settings of a MySQL or MariaDB server that the configuration of a bind relies on.
 *
 * @param bind the name of the bind
 * @param recycle the age at which the connections are replaced; zero for never
 * @param prePing whether a connection is tested before it is handed out
 * @param sharing the binds on the same server, this one included, sorted
 * @param connections the maximum number of connections of these binds together
 * @param limits the keys that set this maximum
 * @param isolation the configured level, as in {@code READ-COMMITTED}; null for the server's own
 * @param ownCharset whether the configuration sets a character set
 * @param timeZone the zone into which the driver converts times; null if it converts none, which is its default
 */
public record ExpectedServerSettings(String bind, Duration recycle, boolean prePing, List<String> sharing, int connections,
        List<String> limits, String isolation, boolean ownCharset, String timeZone) {

    private static final Pattern AUTHORITY = Pattern.compile("//([^/?#]*)");
    private static final Pattern KEY_VALUE_HOST = Pattern.compile("\\bhost=([^,)]*)(?:[,)(]+port=(\\d+))?",
            Pattern.CASE_INSENSITIVE);
    private static final String DEFAULT_PORT = ":3306";

    /** Reads the settings from the configuration of the application. */
    public static ExpectedServerSettings of(String bind) {
        return of(ConfigSnapshot.ofApplication(), bind);
    }

    static ExpectedServerSettings of(ConfigSnapshot snapshot, String bind) {
        SmallRyeConfig config = snapshot.config();
        BindPropertyLookup values = snapshot.values();
        Set<String> hosts = hosts(values, bind);
        List<String> sharing = snapshot.model().binds().stream()
                .filter(other -> other.equals(bind) || hosts(values, other).stream().anyMatch(hosts::contains)).toList();
        String isolation = datasource(config, bind, QuarkusKey.ISOLATION);
        return new ExpectedServerSettings(bind, duration(datasource(config, bind, QuarkusKey.MAX_LIFETIME)),
                Boolean.parseBoolean(values.value(bind, Key.POOL_PRE_PING)), sharing,
                sharing.stream().mapToInt(other -> most(config, values, other)).sum(),
                sharing.stream().map(other -> BindKey.property(other,
                        values.isDynamic(other) ? Key.MAX_CONNECTIONS : Key.POOL_MAX_OVERFLOW)).toList(),
                isolation == null ? null : isolation.toUpperCase(Locale.ROOT).replace('_', '-'),
                driverProperty(config, values, bind, "characterEncoding") != null
                        || driverProperty(config, values, bind, "characterSetResults") != null,
                conversionTimeZone(config, values, bind));
    }

    private static int most(SmallRyeConfig config, BindPropertyLookup values, String bind) {
        int ofPool = Integer.parseInt(datasource(config, bind, QuarkusKey.MAX_SIZE));
        if (!values.isDynamic(bind)) {
            return ofPool;
        }
        long ofPools = (long) ofPool * Integer.parseInt(values.value(bind, Key.MAX_OPEN));
        return (int) Math.min(ofPools, Integer.parseInt(values.value(bind, Key.MAX_CONNECTIONS)));
    }

    private static String datasource(SmallRyeConfig config, String bind, String key) {
        return config.getConfigValue(QuarkusKey.datasource(bind, key).property()).getValue();
    }

    private static Duration duration(String value) {
        Duration duration = value == null ? null : BindPropertyLookup.duration(value);
        return duration == null ? Duration.ZERO : duration;
    }

    /**
     * The time zone that the driver converts to; null if it cannot be a mistake: LOCAL converts nothing, and SERVER uses the
     * server's own zone.
     */
    private static String conversionTimeZone(SmallRyeConfig config, BindPropertyLookup values, String bind) {
        String zone = driverProperty(config, values, bind, "connectionTimeZone");
        boolean session = Boolean.parseBoolean(driverProperty(config, values, bind, "forceConnectionTimeZoneToSession"));
        return zone == null || session || zone.equalsIgnoreCase("LOCAL") || zone.equalsIgnoreCase("SERVER") ? null : zone;
    }

    private static String driverProperty(SmallRyeConfig config, BindPropertyLookup values, String bind, String property) {
        ConfigValue set = config.getConfigValue(
                QuarkusKey.datasource(bind, QuarkusKey.DRIVER_PROPERTIES + property).property());
        if (set.getValue() != null) {
            return set.getValue();
        }
        return DriverDefaults.inUrl(values.jdbcUrl(bind), property);
    }

    /** The hosts, each with its port; a URL without a host leads to this machine. */
    private static Set<String> hosts(BindPropertyLookup values, String bind) {
        String url = values.jdbcUrl(bind);
        if (url == null) {
            return Set.of();
        }
        Matcher keyed = KEY_VALUE_HOST.matcher(url);
        Set<String> hosts = keyed.results()
                .map(host -> withPort(host.group(1), host.group(2) == null ? DEFAULT_PORT : ":" + host.group(2)))
                .collect(Collectors.toCollection(TreeSet::new));
        Matcher authority = AUTHORITY.matcher(url);
        if (hosts.isEmpty() && authority.find()) {
            Arrays.stream(authority.group(1).split(",")).map(host -> host.substring(host.indexOf('@') + 1))
                    .forEach(host -> hosts.add(withPort(host, host.matches(".*:\\d+") ? "" : DEFAULT_PORT)));
        }
        return hosts;
    }

    private static String withPort(String host, String port) {
        String all = host.strip().toLowerCase(Locale.ROOT) + port;
        return all.startsWith("localhost:") ? all.replace("localhost", "127.0.0.1") : all;
    }
}
