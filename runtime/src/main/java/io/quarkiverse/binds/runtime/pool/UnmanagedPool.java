package io.quarkiverse.binds.runtime.pool;

import java.sql.Driver;

import org.jboss.logging.Logger;

import io.agroal.api.configuration.AgroalConnectionPoolConfiguration;
import io.agroal.narayana.NarayanaTransactionIntegration;
import io.quarkiverse.binds.runtime.config.BindKey;
import io.quarkiverse.binds.runtime.config.BindNames;
import io.quarkiverse.binds.runtime.config.PoolConfig;

/** Warns of a bind whose pool is Quarkus's own, since keys of Quarkus say so or Quarkus has no place to configure it. */
final class UnmanagedPool {

    private static final Logger LOG = Logger.getLogger("io.quarkiverse.binds");

    private UnmanagedPool() {
    }

    static void warn(String bind, AgroalConnectionPoolConfiguration pool) {
        Class<?> driver = pool.connectionFactoryConfiguration().connectionProviderClass();
        String reason;
        if (!(pool.transactionIntegration() instanceof NarayanaTransactionIntegration)) {
            reason = PoolConfig.transactionsKey(bind) + " is set to 'disabled'";
        } else if (driver != null && !Driver.class.isAssignableFrom(driver)) {
            reason = PoolConfig.driverKey(bind) + " names " + driver.getName() + ", which is no java.sql.Driver";
        } else {
            reason = "Quarkus cannot configure pools of this kind of database: set " + BindKey.property(bind, "db-kind") + "="
                    + OtherKindConfigurer.KIND;
        }
        LOG.warnf("%s has the pool of Quarkus alone, because %s. Keys of %s that Quarkus has no counterpart for have no effect,"
                + " and its commits are not those of units of work", BindNames.displayFirst(bind), reason,
                BindKey.property(bind, "pool"));
    }
}
