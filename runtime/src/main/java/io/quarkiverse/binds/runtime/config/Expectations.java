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

import org.eclipse.microprofile.config.ConfigProvider;

import io.smallrye.config.ConfigValue;
import io.smallrye.config.SmallRyeConfig;

/**
 * What the configuration of a bind takes for granted about its MySQL or MariaDB server.
 *
 * @param bind the name of the bind
 * @param recycle the age at which its connections are replaced; zero for never
 * @param prePing whether a connection is looked at before it is handed out
 * @param sharing the binds on the same server, this one included, sorted
 * @param connections how many connections these may open, all together
 * @param limits the keys that say so
 * @param isolation the level that is asked for, as in {@code READ-COMMITTED}; null for the server's own
 * @param ownCharset whether somebody asks for a character set
 * @param timeZone the zone into which the driver converts times; null if it converts none, which is its default
 */
public record Expectations(String bind, Duration recycle, boolean prePing, List<String> sharing, int connections,
        List<String> limits, String isolation, boolean ownCharset, String timeZone) {

    private static final Pattern AUTHORITY = Pattern.compile("//([^/?#]*)");
    private static final Pattern KEY_VALUE_HOST = Pattern.compile("\\bhost=([^,)]*)(?:[,)(]+port=(\\d+))?",
            Pattern.CASE_INSENSITIVE);
    private static final String DEFAULT_PORT = ":3306";

    /** From the configuration of the application. */
    public static Expectations of(String bind) {
        return of(ConfigProvider.getConfig().unwrap(SmallRyeConfig.class), bind);
    }

    static Expectations of(SmallRyeConfig config, String bind) {
        BindValues values = new BindValues(config::getConfigValue);
        Set<String> hosts = hosts(values, bind);
        List<String> sharing = BindsModel.of(config.getPropertyNames().iterator()).binds().stream()
                .filter(other -> other.equals(bind) || hosts(values, other).stream().anyMatch(hosts::contains)).toList();
        String isolation = datasource(config, bind, Derivations.ISOLATION);
        return new Expectations(bind, duration(datasource(config, bind, Derivations.MAX_LIFETIME)),
                Boolean.parseBoolean(values.value(bind, BindKey.POOL_PRE_PING)), sharing,
                sharing.stream().mapToInt(other -> most(config, values, other)).sum(),
                sharing.stream().map(other -> BindKey.property(other,
                        values.isDynamic(other) ? BindKey.MAX_CONNECTIONS : BindKey.POOL_MAX_OVERFLOW)).toList(),
                isolation == null ? null : isolation.toUpperCase(Locale.ROOT).replace('_', '-'),
                driverProperty(config, values, bind, "characterEncoding") != null
                        || driverProperty(config, values, bind, "characterSetResults") != null,
                convertedTo(config, values, bind));
    }

    private static int most(SmallRyeConfig config, BindValues values, String bind) {
        int ofPool = Integer.parseInt(datasource(config, bind, Derivations.MAX_SIZE));
        if (!values.isDynamic(bind)) {
            return ofPool;
        }
        long ofPools = (long) ofPool * Integer.parseInt(values.value(bind, BindKey.MAX_OPEN));
        return (int) Math.min(ofPools, Integer.parseInt(values.value(bind, BindKey.MAX_CONNECTIONS)));
    }

    private static String datasource(SmallRyeConfig config, String bind, String key) {
        return config.getConfigValue(QuarkusKey.datasource(bind, key).property()).getValue();
    }

    private static Duration duration(String value) {
        Duration duration = value == null ? null : Derivations.duration(value);
        return duration == null ? Duration.ZERO : duration;
    }

    /** LOCAL and SERVER convert nothing, or by the server's own word; neither can be a mistake. */
    private static String convertedTo(SmallRyeConfig config, BindValues values, String bind) {
        String zone = driverProperty(config, values, bind, "connectionTimeZone");
        boolean session = Boolean.parseBoolean(driverProperty(config, values, bind, "forceConnectionTimeZoneToSession"));
        return zone == null || session || zone.equalsIgnoreCase("LOCAL") || zone.equalsIgnoreCase("SERVER") ? null : zone;
    }

    private static String driverProperty(SmallRyeConfig config, BindValues values, String bind, String property) {
        ConfigValue set = config.getConfigValue(
                QuarkusKey.datasource(bind, Derivations.DRIVER_PROPERTIES + property).property());
        if (set.getValue() != null) {
            return set.getValue();
        }
        return DriverDefaults.inUrl(values.jdbcUrl(bind), property);
    }

    /** Each with its port; a URL that names none is that of this machine. */
    private static Set<String> hosts(BindValues values, String bind) {
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
