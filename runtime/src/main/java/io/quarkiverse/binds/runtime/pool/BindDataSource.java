package io.quarkiverse.binds.runtime.pool;

import java.sql.Connection;
import java.sql.SQLException;

import io.agroal.api.AgroalDataSource;
import io.agroal.api.configuration.AgroalDataSourceConfiguration;

/** The datasource of a bind: Agroal's, to which a borrower has to be admitted. Thread-safe. */
final class BindDataSource extends DelegatingDataSource {

    private static final long serialVersionUID = 1L;

    private final transient Pool pool;
    private final transient Replicas replicas;
    private final transient AgroalDataSourceConfiguration configuration;

    /**
     * @param replicas null if there are none
     */
    BindDataSource(AgroalDataSource agroals, Pool pool, Replicas replicas) {
        super(agroals);
        this.pool = pool;
        this.replicas = replicas;
        this.configuration = ConfigurationOfBind.of(agroals.getConfiguration(), pool.max());
    }

    @Override
    public AgroalDataSourceConfiguration getConfiguration() {
        return configuration;
    }

    @Override
    public Connection getConnection() throws SQLException {
        if (replicas != null && !pool.isInTransaction()) {
            Connection copy = replicas.borrow();
            if (copy != null) {
                return copy;
            }
        }
        return pool.getConnection();
    }

    @Override
    public Connection getReadOnlyConnection() throws SQLException {
        return pool.getReadOnlyConnection();
    }

    /** A server that is down is told at once; one that answers all borrowers of a pool in full use is not asked. */
    @Override
    public boolean isHealthy(boolean newConnection) throws SQLException {
        return newConnection ? pool.opens() : pool.isBusy() || pool.answers();
    }

    @Override
    public void close() {
        pool.close();
        if (replicas != null) {
            replicas.close();
        }
    }
}
