package io.quarkiverse.binds.runtime.dynamic.pool;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import io.agroal.api.AgroalDataSource;
import io.agroal.api.AgroalPoolInterceptor;
import io.agroal.api.cache.Acquirable;
import io.quarkiverse.binds.DatabaseOptions;
import io.quarkiverse.binds.PoolStats;
import io.quarkiverse.binds.runtime.config.PoolConfig;
import io.quarkiverse.binds.runtime.pool.ConnectionTarget;
import io.quarkiverse.binds.runtime.pool.Pool;
import io.quarkiverse.binds.runtime.pool.PoolFactory;
import io.quarkiverse.binds.runtime.pool.PoolName;
import io.quarkiverse.binds.runtime.pool.PoolSettings;
import io.quarkus.agroal.runtime.AgroalVaultCredentialsProviderPassword;
import io.quarkus.credentials.runtime.CredentialsProviderFinder;
import io.quarkus.datasource.common.runtime.DatabaseKind;

/**
 * Makes the pools of the databases of one bind, with the configuration of the pool that Quarkus has made for the bind. That
 * pool itself has no connections. Thread-safe.
 */
public final class PoolTemplate {

    private final PoolFactory factory;
    private final PoolSettings settings;
    private final ConnectionBudget budget;
    private volatile List<AgroalPoolInterceptor> interceptors = List.of();
    private volatile AgroalDataSource ofBind;

    /** @param maxConnections the maximum number of connections of all databases together */
    public PoolTemplate(PoolFactory factory, int maxConnections) {
        this.factory = factory;
        this.settings = factory.settings();
        this.budget = new ConnectionBudget(settings.bind(), maxConnections);
    }

    /** Attaches the datasource that Quarkus has made, from which no connection is ever borrowed. */
    public void attach(AgroalDataSource agroals) {
        ofBind = agroals;
        try {
            interceptors = List.copyOf(agroals.getPoolInterceptors());
        } catch (NullPointerException e) {
            interceptors = List.of(); // without interceptors Agroal has no list
        }
    }

    /**
     * Makes the pool of a database without opening a connection.
     *
     * @param generation distinguishes the database from others that its key had before
     */
    public DatabasePool make(String key, long generation, PoolTarget target) {
        DatabaseOptions options = target.options();
        Duration recycle = options.recycle() == null ? settings.recycle() : options.recycle();
        PoolSettings own = new PoolSettings(new PoolName(settings.bind(), key), size(options), max(target),
                settings.timeout(), settings.prePing(), settings.prePingIdle(), recycle);
        DatabasePool[] made = new DatabasePool[1];
        Pool pool = factory.make(own, login(target), driverProperties(options), () -> made[0].getConnection(), budget);
        pool.intercept(interceptors);
        pool.traceLike(ofBind);
        made[0] = new DatabasePool(key, generation, target, pool, budget);
        return made[0];
    }

    private Map<String, String> driverProperties(DatabaseOptions options) {
        Map<String, String> properties = new HashMap<>();
        boolean mariadb = DatabaseKind.isMariaDB(kind());
        if (mariadb || DatabaseKind.isMySQL(kind())) {
            // otherwise metadata contains the tables of other databases on the server as well
            properties.put("nullDatabaseMeansCurrent", factory.driverProperty("nullDatabaseMeansCurrent", "true"));
        }
        if (mariadb) {
            // if true, a server can request files of the client; the driver of MySQL disables it by default
            properties.put("allowLocalInfile", factory.driverProperty("allowLocalInfile", "false"));
        }
        properties.putAll(options.driverProperties());
        return properties;
    }

    private int size(DatabaseOptions options) {
        return options.poolSize() == null ? settings.size() : options.poolSize();
    }

    /** Maximum number of connections of the pool of a database. */
    public int max(PoolTarget target) {
        DatabaseOptions options = target.options();
        return size(options) + (options.maxOverflow() == null ? settings.overflow() : options.maxOverflow());
    }

    private ConnectionTarget login(PoolTarget target) {
        DatabaseOptions options = target.options();
        if (options.credentialsProvider() != null) {
            String bean = PoolConfig.credentialsProviderBean(settings.bind()).orElse(null);
            return ConnectionTarget.of(target.url(), new AgroalVaultCredentialsProviderPassword(
                    options.credentialsProvider(), CredentialsProviderFinder.find(bean)));
        }
        String user = options.username() == null ? target.url().username().orElse(null) : options.username();
        String password = options.password() == null ? target.url().password().orElse(null) : options.password();
        return options.bindCredentials() ? ConnectionTarget.of(target.url(), user, password)
                : ConnectionTarget.only(target.url(), user, password);
    }

    /** The kind of database that the bind was built for. */
    public String kind() {
        return factory.kind();
    }

    /** The time that a borrower waits; zero for no limit. */
    public Duration timeout() {
        return settings.timeout();
    }

    /** Number of connections of all these pools at their servers. */
    public int connections() {
        return budget.openAtServer();
    }

    /** Number of threads waiting because the limit on all connections is reached. */
    public int waiting() {
        return budget.waiting();
    }

    public boolean abort(Acquirable connection) {
        return budget.pools().stream().anyMatch(pool -> pool.abort(connection));
    }

    public void dispose() {
        budget.pools().forEach(Pool::dispose);
    }

    /** The figures of all these pools together. */
    public PoolStats stats() {
        PoolStats sum = none();
        for (Pool pool : budget.pools()) {
            PoolStats one = pool.stats();
            sum = new PoolStats(sum.size(), sum.maxOverflow(), sum.active() + one.active(), sum.idle() + one.idle(),
                    sum.waiting() + one.waiting(), sum.created() + one.created(), sum.lost() + one.lost(),
                    sum.pings() + one.pings(), sum.recycled() + one.recycled(), sum.waits() + one.waits());
        }
        return sum;
    }

    /** The figures of a pool that does not exist. */
    public PoolStats none() {
        return new PoolStats(settings.size(), settings.overflow(), 0, 0, 0, 0, 0, 0, 0, 0);
    }

    /** Closes all pools at the end of the application, including those being opened or waiting for their last borrower. */
    public void close() {
        budget.pools().forEach(Pool::close);
    }
}
