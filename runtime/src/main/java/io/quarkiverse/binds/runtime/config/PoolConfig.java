package io.quarkiverse.binds.runtime.config;

import java.time.Duration;
import java.util.Optional;

import org.eclipse.microprofile.config.ConfigProvider;

import io.quarkiverse.binds.Reads;

/** The configuration of a bind for pools, as far as no key of Quarkus has it. */
public final class PoolConfig {

    private PoolConfig() {
    }

    /** The number of connections to keep. */
    public static int size(String bind) {
        return BindConfiguration.of(bind).poolSize();
    }

    /** The settings of the servers with copies of the database, if there are any. */
    public static Optional<ReplicaSettings> replicas(String bind) {
        return BindConfiguration.of(bind).replicas();
    }

    /** Whether the reads of units of work have a transaction in this bind. */
    public static Reads reads(String bind) {
        return BindConfiguration.of(bind).reads();
    }

    /** Whether the bind has no readiness check. */
    public static boolean isExcludedFromHealth(String bind) {
        return BindConfiguration.of(bind).excludedFromHealth();
    }

    /** Whether health checks show keys of databases, URLs and users. */
    public static boolean showsDetailsOfHealth() {
        return ConfigProvider.getConfig().getOptionalValue(BindKey.PREFIX + "health.details", Boolean.class).orElse(false);
    }

    /** Whether the start changes or validates the schema, and therefore fails without the database. */
    public static boolean managesSchema(String bind) {
        return BindConfiguration.of(bind).managesSchema();
    }

    /** The time that a server has for its answer to a login; zero for no limit. */
    public static Duration loginTimeout(String bind) {
        return BindConfiguration.of(bind).loginTimeout();
    }

    /** Whether a database that is missing on the server is created. */
    public static boolean createsDatabase(String bind) {
        return BindConfiguration.of(bind).createsDatabase();
    }

    /** Whether the databases of the bind are opened on the fly. */
    public static boolean isDynamic(String bind) {
        return BindConfiguration.of(bind).databases().isPresent();
    }

    /** Whether a URL sets a driver property. */
    public static boolean isInUrl(String jdbcUrl, String property) {
        return inUrl(jdbcUrl, property) != null;
    }

    /** Whether the URL of a single database replaces a driver property of its bind. */
    public static boolean isReplacedByUrl(String jdbcUrl, String property) {
        return DriverDefaults.isReplacedByUrl(jdbcUrl, property);
    }

    /** The value of a driver property in a URL; null if it is not there. */
    public static String inUrl(String jdbcUrl, String property) {
        return DriverDefaults.inUrl(jdbcUrl, property);
    }

    /** Whether nothing but JDBC is known of the driver of the bind. */
    public static boolean hasForeignDriver(String bind) {
        return BindConfiguration.of(bind).foreignDriver();
    }

    /** The key of Quarkus that names the class of the driver. */
    public static String driverKey(String bind) {
        return QuarkusKey.datasource(bind, QuarkusKey.DRIVER).property();
    }

    /** The key of Quarkus that decides how the connections take part in transactions. */
    public static String transactionsKey(String bind) {
        return QuarkusKey.datasource(bind, QuarkusKey.TRANSACTIONS).property();
    }

    /** The name of the {@code CredentialsProvider} bean, if Quarkus's own key gives it. */
    public static Optional<String> credentialsProviderBean(String bind) {
        return BindConfiguration.of(bind).credentialsProviderBean();
    }
}
