package io.quarkiverse.binds.runtime.pool;

import java.sql.SQLException;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;

import org.jboss.logging.Logger;

import io.agroal.api.AgroalDataSourceListener;
import io.agroal.api.configuration.AgroalConnectionFactoryConfiguration;
import io.agroal.api.configuration.AgroalConnectionPoolConfiguration;
import io.agroal.api.configuration.supplier.AgroalConnectionFactoryConfigurationSupplier;
import io.agroal.api.configuration.supplier.AgroalDataSourceConfigurationSupplier;
import io.agroal.api.transaction.TransactionIntegration;
import io.quarkiverse.binds.runtime.config.PoolConfig;
import io.quarkiverse.binds.runtime.url.DatabaseUrl;

/**
 * Makes the pools of one bind: the one that Quarkus has configured, and others that differ from it in their target only.
 * Thread-safe.
 */
public final class PoolFactory {

    private static final Logger LOG = Logger.getLogger("io.quarkiverse.binds");

    private final String kind;
    private final AgroalConnectionPoolConfiguration original;
    private final PoolSettings settings;
    private final Function<TransactionListener, TransactionIntegration> transactions;
    private final Consumer<FirstConnectionListener.Connections> onFirst;
    private final SilentHosts silentHosts;
    private final DriverLookup drivers;
    private final WaitListener waits;

    /**
     * @param original the configuration of the pool as Quarkus has made it, before it is changed for the bind
     * @param transactions creates the transaction integration of each pool, for the listener of its connections, or null
     * @param onFirst receives the connections of a pool after the first of them was opened
     * @param waits null if nobody listens
     */
    PoolFactory(String kind, AgroalConnectionPoolConfiguration original, PoolSettings settings,
            Function<TransactionListener, TransactionIntegration> transactions,
            Consumer<FirstConnectionListener.Connections> onFirst, WaitListener waits) {
        this.kind = kind;
        this.original = original;
        this.settings = settings;
        this.transactions = transactions;
        this.onFirst = onFirst;
        this.silentHosts = new SilentHosts(PoolConfig.loginTimeout(settings.bind()));
        Class<?> driver = original.connectionFactoryConfiguration().connectionProviderClass();
        this.drivers = new DriverLookup(settings.bind(), driver == BindDriver.class ? null : driver);
        this.waits = waits;
    }

    /** The kind of database that the bind was built for. */
    public String kind() {
        return kind;
    }

    /** The settings of the pool that Quarkus has configured. */
    public PoolSettings settings() {
        return settings;
    }

    /**
     * Puts a pool in front of the one that Quarkus is about to make.
     *
     * @param connections lends connections of the datasource of the bind, for listeners of the first connection
     * @param policy for reads from replicas; null without replicas
     */
    Pool configure(AgroalDataSourceConfigurationSupplier quarkus, FirstConnectionListener.Connections connections,
            ReadYourWritesPolicy policy) {
        FailoverConnector connector = new FailoverConnector(settings.name(), kind,
                original.connectionFactoryConfiguration().jdbcUrl(), drivers, true,
                PoolConfig.createsDatabase(settings.bind()) ? new DatabaseCreation(settings.name())
                        : UnknownDatabaseHandler.REPORT,
                silentHosts, policy == null ? connection -> {
                } : policy::opened);
        Pool pool = Pool.of(settings, connector, () -> onFirst.accept(connections), ConnectionLimit.NONE, original,
                transactions.apply(policy == null ? null : policy.ofPrimary()));
        pool.configure(quarkus.connectionPoolConfiguration());
        quarkus.connectionPoolConfiguration().connectionFactoryConfiguration().connectionProviderClass(BindDriver.class);
        listen(pool, waits, false);
        return pool;
    }

    /** Makes the pool of the replicas of the bind. */
    Pool makeForReplicas(DatabaseUrl url, ReadYourWritesPolicy policy) {
        ConnectionTarget target = ConnectionTarget.of(url);
        Pool pool = make(settings, target, Map.of(), connector(settings.name(), target, false), () -> {
        }, ConnectionLimit.NONE, policy.ofReplicas());
        listen(pool, waits, true);
        return pool;
    }

    static void listen(Pool pool, WaitListener waits, boolean replicas) {
        if (waits != null) {
            pool.onWait(nanos -> waits.waited(pool.name(), replicas, nanos));
        }
    }

    /**
     * Makes the pool of a database without opening a connection.
     *
     * @param driverProperties override those of the bind
     * @param connections lends connections of the database, for listeners of the first connection
     * @param limit the limit for the connections of this pool and of others together
     */
    public Pool make(PoolSettings ofDatabase, ConnectionTarget target, Map<String, String> driverProperties,
            FirstConnectionListener.Connections connections, ConnectionLimit limit) {
        Pool pool = make(ofDatabase, target, driverProperties, connector(ofDatabase.name(), target, true),
                () -> onFirst.accept(connections), limit, null);
        listen(pool, waits, false);
        return pool;
    }

    private FailoverConnector connector(PoolName name, ConnectionTarget target, boolean writable) {
        return new FailoverConnector(name, kind, target.url(), drivers, writable, UnknownDatabaseHandler.REPORT, silentHosts,
                connection -> {
                });
    }

    private Pool make(PoolSettings own, ConnectionTarget target, Map<String, String> driverProperties,
            FailoverConnector connector, Runnable first, ConnectionLimit limit, TransactionListener listener) {
        AgroalDataSourceConfigurationSupplier made = new AgroalDataSourceConfigurationSupplier();
        AgroalConnectionPoolConfiguration configuration = made.connectionPoolConfiguration()
                .connectionFactoryConfiguration(connections(target, driverProperties))
                .maxSize(own.max())
                .acquisitionTimeout(original.acquisitionTimeout())
                .validationTimeout(original.validationTimeout())
                .reapTimeout(original.reapTimeout())
                .leakTimeout(original.leakTimeout())
                .exceptionSorter(original.exceptionSorter())
                .connectionValidator(original.connectionValidator())
                .get();
        made.connectionPoolConfiguration(configuration);
        Pool pool = Pool.of(own, connector, first, limit, configuration, transactions.apply(listener));
        pool.configure(made.connectionPoolConfiguration());
        pool.attach(new io.agroal.pool.DataSource(made.get(), new Log(own.name())));
        return pool;
    }

    /** The value of a driver property in the configuration made by Quarkus. */
    public String driverProperty(String name, String otherwise) {
        return original.connectionFactoryConfiguration().jdbcProperties().getProperty(name, otherwise);
    }

    private AgroalConnectionFactoryConfigurationSupplier connections(ConnectionTarget target,
            Map<String, String> driverProperties) {
        AgroalConnectionFactoryConfiguration of = original.connectionFactoryConfiguration();
        AgroalConnectionFactoryConfigurationSupplier made = new AgroalConnectionFactoryConfigurationSupplier()
                .autoCommit(of.autoCommit())
                .jdbcUrl(target.url())
                .initialSql(of.initialSql())
                .connectionProviderClass(BindDriver.class)
                .trackJdbcResources(of.trackJdbcResources());
        if (of.jdbcTransactionIsolation().isDefined()) {
            made.jdbcTransactionIsolation(of.jdbcTransactionIsolation().level());
        }
        if (target.isOwn()) {
            made.principal(target.principal());
            target.credentials().forEach(made::credential);
        } else {
            made.principal(of.principal());
            of.credentials().forEach(made::credential);
        }
        for (String name : of.jdbcProperties().stringPropertyNames()) {
            // a property beside the URL would win, but the URL is specific to this database
            if (!PoolConfig.isReplacedByUrl(target.url(), name)) {
                made.jdbcProperty(name, of.jdbcProperties().getProperty(name));
            }
        }
        driverProperties.forEach(made::jdbcProperty);
        return made;
    }

    /** Logs Agroal's events as Quarkus does for its own pools, as far as they concern users. */
    private record Log(PoolName name) implements AgroalDataSourceListener {

        @Override
        public void onWarning(String message) {
            // a statement still open at the end of a transaction is closed there; Quarkus logs this at debug as well
            Logger.Level level = message.contains("JDBC resources leaked") ? Logger.Level.DEBUG : Logger.Level.WARN;
            LOG.logf(level, "%s: %s", name.displayFirst(), message);
        }

        @Override
        public void onWarning(Throwable e) {
            LOG.warnf("%s: %s", name.displayFirst(), e.getMessage());
            if (e instanceof SQLException) {
                LOG.debug("Cause", e);
            }
        }
    }
}
