package io.quarkiverse.binds.runtime.pool;

import java.sql.SQLException;
import java.util.Map;

import org.jboss.logging.Logger;

import io.agroal.api.AgroalDataSourceListener;
import io.agroal.api.configuration.AgroalConnectionFactoryConfiguration;
import io.agroal.api.configuration.AgroalConnectionPoolConfiguration;
import io.agroal.api.configuration.supplier.AgroalConnectionFactoryConfigurationSupplier;
import io.agroal.api.configuration.supplier.AgroalDataSourceConfigurationSupplier;
import io.agroal.api.transaction.TransactionIntegration;
import io.quarkiverse.binds.runtime.config.PoolKeys;

/** Makes pools that are like one which Quarkus configured, but for where they lead. */
final class PoolCopy {

    private static final Logger LOG = Logger.getLogger("io.quarkiverse.binds");

    private final String kind;
    private final AgroalConnectionPoolConfiguration original;

    /**
     * @param original a pool of a bind, before it was made the bind's
     */
    PoolCopy(String kind, AgroalConnectionPoolConfiguration original) {
        this.kind = kind;
        this.original = original;
    }

    /**
     * @param writable whether only a server that takes writes will do, if there are several
     * @param driverProperties for the driver, over those of the original
     * @param onFirst runs once, when the first connection is open
     * @param budget what it shares with others; null if it is alone
     */
    Pool make(PoolSettings settings, Login login, boolean writable, Map<String, String> driverProperties, Runnable onFirst,
            ConnectionBudget budget, TransactionIntegration transactions) {
        AgroalDataSourceConfigurationSupplier made = new AgroalDataSourceConfigurationSupplier();
        AgroalConnectionPoolConfiguration so = made.connectionPoolConfiguration()
                .connectionFactoryConfiguration(connections(login, driverProperties))
                .maxSize(settings.max())
                .acquisitionTimeout(original.acquisitionTimeout())
                .validationTimeout(original.validationTimeout())
                .reapTimeout(original.reapTimeout())
                .leakTimeout(original.leakTimeout())
                .exceptionSorter(original.exceptionSorter())
                .connectionValidator(original.connectionValidator())
                .get();
        made.connectionPoolConfiguration(so);
        Inventory inventory = new Inventory(settings);
        Opener opener = new Opener(settings, new Hosts(settings.name(), kind, login.url(), writable),
                so.connectionFactoryConfiguration(), inventory, onFirst);
        so.connectionFactoryConfiguration().jdbcProperties().put(Opener.PROPERTY, opener);
        Pool pool = new Pool(settings, inventory, opener, budget);
        pool.configure(so, made.connectionPoolConfiguration(), transactions);
        pool.serves(new io.agroal.pool.DataSource(made.get(), new Log(settings.name())));
        return pool;
    }

    /** What the original says of a property of the driver. */
    String driverProperty(String name, String otherwise) {
        return original.connectionFactoryConfiguration().jdbcProperties().getProperty(name, otherwise);
    }

    private AgroalConnectionFactoryConfigurationSupplier connections(Login login, Map<String, String> driverProperties) {
        AgroalConnectionFactoryConfiguration of = original.connectionFactoryConfiguration();
        AgroalConnectionFactoryConfigurationSupplier made = new AgroalConnectionFactoryConfigurationSupplier()
                .autoCommit(of.autoCommit())
                .jdbcUrl(login.url())
                .initialSql(of.initialSql())
                .connectionProviderClass(of.connectionProviderClass())
                .trackJdbcResources(of.trackJdbcResources());
        if (of.jdbcTransactionIsolation().isDefined()) {
            made.jdbcTransactionIsolation(of.jdbcTransactionIsolation().level());
        }
        if (login.isOwn()) {
            made.principal(login.principal());
            login.credentials().forEach(made::credential);
        } else {
            made.principal(of.principal());
            of.credentials().forEach(made::credential);
        }
        for (String name : of.jdbcProperties().stringPropertyNames()) {
            // a property beside the URL would win, and it is the URL that is about this database
            if (!PoolKeys.isInUrl(login.url(), name)) {
                made.jdbcProperty(name, of.jdbcProperties().getProperty(name));
            }
        }
        driverProperties.forEach(made::jdbcProperty);
        return made;
    }

    /** What Quarkus does with the events of its own pools, as far as users want to see it. */
    private record Log(PoolName name) implements AgroalDataSourceListener {

        @Override
        public void onWarning(String message) {
            // a statement that is still open at the end of a transaction is closed there: Quarkus has it at debug as well
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
