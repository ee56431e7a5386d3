package io.quarkiverse.binds.runtime.pool;

import java.time.Duration;

import io.agroal.api.configuration.AgroalConnectionPoolConfiguration;
import io.agroal.api.configuration.AgroalConnectionPoolConfiguration.ConnectionValidator;
import io.agroal.api.configuration.supplier.AgroalDataSourceConfigurationSupplier;
import io.agroal.api.transaction.TransactionIntegration;
import io.agroal.pool.DataSource;

/** Pool as {@link PoolFactory} makes it, without JTA transactions. */
final class PoolOnServer implements AutoCloseable {

    final Pool pool;

    /** @param ping run in the thread of the borrower, before a connection idle for the given time is lent */
    PoolOnServer(String kind, String url, int max, Duration prePingIdle, ConnectionValidator ping) {
        PoolSettings settings = new PoolSettings(PoolName.ofBind("users"), max, max, Duration.ofSeconds(30), true,
                prePingIdle, Duration.ZERO);
        AgroalDataSourceConfigurationSupplier made = new AgroalDataSourceConfigurationSupplier();
        AgroalConnectionPoolConfiguration configuration = made.connectionPoolConfiguration()
                .connectionFactoryConfiguration(connections -> connections.jdbcUrl(url).autoCommit(false)
                        .connectionProviderClass(BindDriver.class))
                .maxSize(max).connectionValidator(ping).get();
        made.connectionPoolConfiguration(configuration);
        pool = Pool.of(settings, new FailoverConnector(settings.name(), kind, url, true), () -> {
        }, ConnectionLimit.NONE, configuration, TransactionIntegration.none());
        pool.configure(made.connectionPoolConfiguration());
        pool.attach(new DataSource(made.get()));
    }

    /** Creates a pool on an in-memory database. */
    static PoolOnServer h2(String database, int max) {
        return new PoolOnServer("h2", "jdbc:h2:mem:" + database + ";DB_CLOSE_DELAY=-1", max, Duration.ofMillis(500),
                ConnectionValidator.defaultValidator());
    }

    @Override
    public void close() {
        pool.close();
    }
}
