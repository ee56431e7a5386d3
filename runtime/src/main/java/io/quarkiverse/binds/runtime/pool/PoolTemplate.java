package io.quarkiverse.binds.runtime.pool;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Supplier;

import io.agroal.api.AgroalDataSource;
import io.agroal.api.AgroalPoolInterceptor;
import io.agroal.api.cache.Acquirable;
import io.agroal.api.configuration.AgroalConnectionPoolConfiguration;
import io.agroal.api.transaction.TransactionIntegration;
import io.quarkiverse.binds.PoolStats;
import io.quarkiverse.binds.runtime.config.DynamicSettings;
import io.quarkiverse.binds.runtime.config.PoolKeys;
import io.quarkus.agroal.runtime.AgroalVaultCredentialsProviderPassword;
import io.quarkus.credentials.runtime.CredentialsProviderFinder;
import io.quarkus.datasource.common.runtime.DatabaseKind;

/**
 * What the pools of the databases of one bind have in common: the pool that Quarkus configured for the bind, from which none
 * but these is made, and how many connections they may have together. Thread-safe.
 */
public final class PoolTemplate {

    private final PoolSettings settings;
    private final String kind;
    private final PoolCopy copy;
    private final Supplier<TransactionIntegration> transactions;
    private final Consumer<DatabasePool> onFirst;
    private final ConnectionBudget budget;
    private volatile List<AgroalPoolInterceptor> interceptors = List.of();

    PoolTemplate(PoolSettings settings, String kind, AgroalConnectionPoolConfiguration original,
            Supplier<TransactionIntegration> transactions, Consumer<DatabasePool> onFirst) {
        this.settings = settings;
        this.kind = kind;
        this.copy = new PoolCopy(kind, original);
        this.transactions = transactions;
        this.onFirst = onFirst;
        this.budget = new ConnectionBudget(settings.bind(), DynamicSettings.of(settings.bind()).maxConnections());
    }

    /** The datasource that Quarkus made of it, which is never borrowed from. */
    void serves(AgroalDataSource agroals) {
        try {
            interceptors = List.copyOf(agroals.getPoolInterceptors());
        } catch (NullPointerException e) {
            interceptors = List.of(); // Agroal's way of saying so
        }
    }

    /** A pool of its own; nothing is opened yet. */
    public DatabasePool make(String key, PoolTarget target) {
        int size = target.size() == null ? settings.size() : target.size();
        int overflow = target.maxOverflow() == null ? settings.overflow() : target.maxOverflow();
        Duration recycle = target.recycle() == null ? settings.recycle() : target.recycle();
        PoolSettings own = new PoolSettings(new PoolName(settings.bind(), key), size, size + overflow, settings.timeout(),
                settings.prePing(), settings.prePingIdle(), recycle);
        DatabasePool[] made = new DatabasePool[1];
        Map<String, String> driverProperties = new HashMap<>();
        if (DatabaseKind.isMySQL(kind) || DatabaseKind.isMariaDB(kind)) {
            // a table of another database on the server is none of this one
            driverProperties.put("nullDatabaseMeansCurrent", copy.driverProperty("nullDatabaseMeansCurrent", "true"));
        }
        if (DatabaseKind.isMariaDB(kind)) {
            // a server asks for files of the client with it; the driver of MySQL has it off by itself
            driverProperties.put("allowLocalInfile", copy.driverProperty("allowLocalInfile", "false"));
        }
        driverProperties.putAll(target.driverProperties());
        Pool pool = copy.make(own, login(target), true, driverProperties, () -> onFirst.accept(made[0]), budget,
                transactions.get());
        pool.intercept(interceptors);
        made[0] = new DatabasePool(key, pool, budget);
        return made[0];
    }

    /** How many connections the pool of a database may have. */
    public int max(PoolTarget target) {
        return (target.size() == null ? settings.size() : target.size())
                + (target.maxOverflow() == null ? settings.overflow() : target.maxOverflow());
    }

    private Login login(PoolTarget target) {
        if (target.credentialsProvider() != null) {
            String bean = PoolKeys.credentialsProviderBean(settings.bind()).orElse(null);
            return Login.of(target.url(), new AgroalVaultCredentialsProviderPassword(
                    target.credentialsProvider(), CredentialsProviderFinder.find(bean)));
        }
        String user = target.username() == null ? target.url().username().orElse(null) : target.username();
        String password = target.password() == null ? target.url().password().orElse(null) : target.password();
        return target.bindCredentials() ? Login.of(target.url(), user, password)
                : Login.only(target.url(), user, password);
    }

    /** The kind of database that the bind was built for. */
    public String kind() {
        return kind;
    }

    /** How long a borrower waits; zero for as long as it takes. */
    public Duration timeout() {
        return settings.timeout();
    }

    /** How many connections all of them have at their servers. */
    public int connections() {
        return budget.atServer();
    }

    /** How many threads wait for a connection since the others have all. */
    public int waiting() {
        return budget.waiting();
    }

    boolean abort(Acquirable connection) {
        return budget.pools().stream().anyMatch(pool -> pool.abort(connection));
    }

    void dispose() {
        budget.pools().forEach(Pool::dispose);
    }

    /** All of them together. */
    PoolStats stats() {
        PoolStats sum = none();
        for (Pool pool : budget.pools()) {
            PoolStats one = pool.stats();
            sum = new PoolStats(sum.size(), sum.maxOverflow(), sum.active() + one.active(), sum.idle() + one.idle(),
                    sum.waiting() + one.waiting(), sum.created() + one.created(), sum.lost() + one.lost(),
                    sum.pings() + one.pings());
        }
        return sum;
    }

    /** What it has to say of a pool that is not there. */
    public PoolStats none() {
        return new PoolStats(settings.size(), settings.overflow(), 0, 0, 0, 0, 0, 0);
    }

    /** At the end of the application: also those that are just being opened, or wait for their last borrower. */
    public void close() {
        budget.pools().forEach(Pool::close);
    }
}
