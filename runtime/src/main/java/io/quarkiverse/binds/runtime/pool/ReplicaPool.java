package io.quarkiverse.binds.runtime.pool;

import java.sql.SQLException;

import org.jboss.logging.Logger;

import io.agroal.api.AgroalDataSourceListener;
import io.agroal.api.configuration.AgroalConnectionFactoryConfiguration;
import io.agroal.api.configuration.AgroalConnectionPoolConfiguration;
import io.agroal.api.configuration.supplier.AgroalConnectionFactoryConfigurationSupplier;
import io.agroal.api.configuration.supplier.AgroalConnectionPoolConfigurationSupplier;
import io.agroal.api.configuration.supplier.AgroalDataSourceConfigurationSupplier;
import io.agroal.api.security.NamePrincipal;
import io.agroal.api.security.SimplePassword;
import io.agroal.api.transaction.TransactionIntegration;
import io.quarkiverse.binds.runtime.config.BindNames;
import io.quarkiverse.binds.runtime.url.DatabaseUrl;

/** Makes the pool of the replicas of a bind, which is like that of the bind but for where it leads. */
final class ReplicaPool {

    private static final Logger LOG = Logger.getLogger("io.quarkiverse.binds");

    private final PoolSettings settings;
    private final String kind;
    private final DatabaseUrl url;
    private final AgroalConnectionPoolConfiguration primary;

    /**
     * @param primary the pool of the bind, before it was made the bind's
     */
    ReplicaPool(PoolSettings settings, String kind, DatabaseUrl url, AgroalConnectionPoolConfiguration primary) {
        this.settings = settings;
        this.kind = kind;
        this.url = url;
        this.primary = primary;
    }

    Pool make(TransactionIntegration transactions) {
        AgroalDataSourceConfigurationSupplier made = new AgroalDataSourceConfigurationSupplier();
        AgroalConnectionPoolConfigurationSupplier pool = made.connectionPoolConfiguration()
                .connectionFactoryConfiguration(connections())
                .maxSize(primary.maxSize())
                .acquisitionTimeout(primary.acquisitionTimeout())
                .validationTimeout(primary.validationTimeout())
                .reapTimeout(primary.reapTimeout())
                .leakTimeout(primary.leakTimeout())
                .exceptionSorter(primary.exceptionSorter())
                .connectionValidator(primary.connectionValidator());
        AgroalConnectionPoolConfiguration so = pool.get();
        made.connectionPoolConfiguration(so);
        Inventory inventory = new Inventory(settings);
        Opener opener = new Opener(settings, new Hosts(settings.bind(), kind, url.jdbcUrl(), false),
                so.connectionFactoryConfiguration(), inventory, () -> {
                });
        so.connectionFactoryConfiguration().jdbcProperties().put(Opener.PROPERTY, opener);
        Pool replicas = new Pool(settings, inventory, opener);
        replicas.configure(so, made.connectionPoolConfiguration(), transactions);
        replicas.serves(new io.agroal.pool.DataSource(made.get(), new Log(settings.bind())));
        return replicas;
    }

    private AgroalConnectionFactoryConfigurationSupplier connections() {
        AgroalConnectionFactoryConfiguration of = primary.connectionFactoryConfiguration();
        AgroalConnectionFactoryConfigurationSupplier made = new AgroalConnectionFactoryConfigurationSupplier()
                .autoCommit(of.autoCommit())
                .jdbcUrl(url.jdbcUrl())
                .initialSql(of.initialSql())
                .connectionProviderClass(of.connectionProviderClass())
                .trackJdbcResources(of.trackJdbcResources());
        if (of.jdbcTransactionIsolation().isDefined()) {
            made.jdbcTransactionIsolation(of.jdbcTransactionIsolation().level());
        }
        if (url.username().isPresent()) {
            made.principal(new NamePrincipal(url.username().get()));
            url.password().ifPresent(password -> made.credential(new SimplePassword(password)));
        } else {
            made.principal(of.principal());
            of.credentials().forEach(made::credential);
        }
        for (String name : of.jdbcProperties().stringPropertyNames()) {
            made.jdbcProperty(name, of.jdbcProperties().getProperty(name));
        }
        return made;
    }

    /** What Quarkus does with the events of its own pools, as far as users want to see it. */
    private record Log(String bind) implements AgroalDataSourceListener {

        @Override
        public void onWarning(String message) {
            LOG.warnf("Replicas of %s: %s", BindNames.display(bind), message);
        }

        @Override
        public void onWarning(Throwable e) {
            LOG.warnf("Replicas of %s: %s", BindNames.display(bind), e.getMessage());
            if (e instanceof SQLException) {
                LOG.debug("Cause", e);
            }
        }
    }
}
