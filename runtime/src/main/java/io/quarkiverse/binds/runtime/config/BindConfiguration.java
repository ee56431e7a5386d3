package io.quarkiverse.binds.runtime.config;

import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

import io.quarkiverse.binds.Reads;
import io.quarkiverse.binds.runtime.url.ForeignDriver;
import io.smallrye.config.SmallRyeConfig;

/**
 * The configuration of a bind for code that runs after the start, converted once for each start of the application. Immutable.
 *
 * @param bind the name of the bind
 * @param poolSize the number of connections to keep
 * @param loginTimeout the time that a server has for its answer to a login; zero for no limit
 * @param replicas the settings of the servers with copies of the database, if there are any
 * @param createsDatabase whether a database that is missing on the server is created
 * @param excludedFromHealth whether the bind has no readiness check
 * @param foreignDriver whether nothing but JDBC is known of the driver
 * @param managesSchema whether the start changes or validates the schema, and therefore needs the database
 * @param credentialsProviderBean the name of the {@code CredentialsProvider} bean, if Quarkus's own key gives it
 * @param reads whether reads have a transaction
 * @param queries which statements are recorded and logged
 * @param databases the settings for opening databases on the fly; empty for a bind with a single database
 */
record BindConfiguration(String bind, int poolSize, Duration loginTimeout, Optional<ReplicaSettings> replicas,
        boolean createsDatabase, boolean excludedFromHealth, boolean foreignDriver, boolean managesSchema,
        Optional<String> credentialsProviderBean, Reads reads,
        QuerySettings queries,
        Optional<DynamicSettings> databases) {

    /** The configuration of the running application and the binds read from it. */
    private record Start(ConfigSnapshot snapshot, Map<String, BindConfiguration> binds) {
    }

    private static volatile Start current;

    /** Reads the configuration of a bind, again after a restart of the application with another configuration. */
    static BindConfiguration of(String bind) {
        ConfigSnapshot snapshot = ConfigSnapshot.ofApplication();
        Start start = current;
        if (start == null || start.snapshot != snapshot) {
            start = new Start(snapshot, new ConcurrentHashMap<>());
            current = start;
        }
        BindConfiguration read = start.binds.get(bind);
        if (read == null) {
            read = read(snapshot.config(), snapshot.values(), bind);
            start.binds.put(bind, read);
        }
        return read;
    }

    /** Forgets the configuration at the end of the application, so that the next start reads its own. */
    static void forget() {
        current = null;
        ConfigSnapshot.forget();
    }

    private static BindConfiguration read(SmallRyeConfig config, BindPropertyLookup values, String bind) {
        return new BindConfiguration(bind, Integer.parseInt(values.value(bind, Key.POOL_SIZE)),
                loginTimeout(values.value(bind, Key.POOL_LOGIN_TIMEOUT)),
                Optional.ofNullable(ReplicaSettings.read(values, bind)),
                Boolean.parseBoolean(values.value(bind, Key.CREATE_DATABASE)),
                Boolean.parseBoolean(values.value(bind, Key.HEALTH_EXCLUDE)),
                ForeignDriver.of(values.jdbcUrl(bind)) != null, managesSchema(config, values, bind),
                Optional.ofNullable(quarkus(config, QuarkusKey.datasource(bind, QuarkusKey.CREDENTIALS_PROVIDER_BEAN))),
                reads(values.value(bind, Key.READS)), QuerySettings.read(values, bind),
                values.isDynamic(bind) ? Optional.of(DynamicSettings.read(values, bind)) : Optional.empty());
    }

    /** A value that is none is reported by the check of the configuration. */
    private static Duration loginTimeout(String value) {
        Duration duration = BindPropertyLookup.duration(value);
        return duration == null ? Duration.ZERO : duration;
    }

    private static Reads reads(String value) {
        return value == null ? Reads.DEFAULT : Reads.valueOf(value.trim().toUpperCase(Locale.ROOT));
    }

    private static boolean managesSchema(SmallRyeConfig config, BindPropertyLookup values, String bind) {
        String strategy = quarkus(config, QuarkusKey.hibernate(bind, QuarkusKey.SCHEMA));
        return strategy != null && !strategy.isBlank() && !strategy.equalsIgnoreCase("none")
                && !"false".equals(quarkus(config, QuarkusKey.datasource(bind, QuarkusKey.ACTIVE))) && values.hasUrl(bind);
    }

    private static String quarkus(SmallRyeConfig config, QuarkusKey key) {
        return config.getConfigValue(key.property()).getValue();
    }
}
