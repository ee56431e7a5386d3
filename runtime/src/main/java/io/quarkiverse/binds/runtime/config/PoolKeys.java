package io.quarkiverse.binds.runtime.config;

import java.util.Optional;

import org.eclipse.microprofile.config.ConfigProvider;

import io.quarkiverse.binds.runtime.url.DatabaseUrl;
import io.smallrye.config.SmallRyeConfig;

/** What a pool has to know that no key of Quarkus says. */
public final class PoolKeys {

    private PoolKeys() {
    }

    /** How many connections are kept; one without a limit of its own has that of all. */
    public static int size(String bind) {
        return Integer.parseInt(values().value(bind, BindKey.POOL_SIZE));
    }

    /** The servers with copies, if there are any. */
    public static Optional<DatabaseUrl> replicas(String bind) {
        return Optional.ofNullable(values().value(bind, BindKey.REPLICAS)).map(DatabaseUrl::parse);
    }

    /** Whether its databases are opened on the fly. */
    public static boolean isDynamic(String bind) {
        return values().isDynamic(bind);
    }

    /** Whether a URL says something of a property of the driver. */
    public static boolean isInUrl(String jdbcUrl, String property) {
        return DriverDefaults.inUrl(jdbcUrl, property) != null;
    }

    /** The name of the {@code CredentialsProvider} bean, if Quarkus's own key says one. */
    public static Optional<String> credentialsProviderBean(String bind) {
        return Optional.ofNullable(ConfigProvider.getConfig().unwrap(SmallRyeConfig.class)
                .getConfigValue(QuarkusKey.datasource(bind, "credentials-provider-name").property()).getValue());
    }

    private static BindValues values() {
        return new BindValues(ConfigProvider.getConfig().unwrap(SmallRyeConfig.class)::getConfigValue);
    }
}
