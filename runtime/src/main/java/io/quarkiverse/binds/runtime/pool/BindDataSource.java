package io.quarkiverse.binds.runtime.pool;

import java.io.PrintWriter;
import java.sql.Connection;
import java.sql.ConnectionBuilder;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.sql.ShardingKeyBuilder;
import java.util.Collection;
import java.util.List;
import java.util.logging.Logger;

import io.agroal.api.AgroalDataSource;
import io.agroal.api.AgroalDataSourceMetrics;
import io.agroal.api.AgroalPoolInterceptor;
import io.agroal.api.configuration.AgroalDataSourceConfiguration;

/** The datasource of a bind: Agroal's, to which a borrower has to be admitted. Thread-safe. */
final class BindDataSource implements AgroalDataSource {

    private static final long serialVersionUID = 1L;

    private final transient AgroalDataSource agroals;
    private final transient Pool pool;
    private final transient Replicas replicas;

    /**
     * @param replicas null if there are none
     */
    BindDataSource(AgroalDataSource agroals, Pool pool, Replicas replicas) {
        this.agroals = agroals;
        this.pool = pool;
        this.replicas = replicas;
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

    @Override
    public Connection getConnection(String username, String password) throws SQLException {
        return agroals.getConnection(username, password); // refused there
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

    @Override
    public AgroalDataSourceConfiguration getConfiguration() {
        return agroals.getConfiguration();
    }

    @Override
    public AgroalDataSourceMetrics getMetrics() {
        return agroals.getMetrics();
    }

    @Override
    public void flush(FlushMode mode) {
        agroals.flush(mode);
    }

    @Override
    public void setPoolInterceptors(Collection<? extends AgroalPoolInterceptor> interceptors) {
        agroals.setPoolInterceptors(interceptors);
    }

    @Override
    public List<AgroalPoolInterceptor> getPoolInterceptors() {
        return agroals.getPoolInterceptors();
    }

    @Override
    public ConnectionBuilder createConnectionBuilder() throws SQLException {
        return agroals.createConnectionBuilder();
    }

    @Override
    public ShardingKeyBuilder createShardingKeyBuilder() throws SQLException {
        return agroals.createShardingKeyBuilder();
    }

    @Override
    public <T> T unwrap(Class<T> target) throws SQLException {
        return target.isInstance(this) ? target.cast(this) : agroals.unwrap(target);
    }

    @Override
    public boolean isWrapperFor(Class<?> target) throws SQLException {
        return target.isInstance(this) || agroals.isWrapperFor(target);
    }

    @Override
    public PrintWriter getLogWriter() throws SQLException {
        return agroals.getLogWriter();
    }

    @Override
    public void setLogWriter(PrintWriter out) throws SQLException {
        agroals.setLogWriter(out);
    }

    @Override
    public void setLoginTimeout(int seconds) throws SQLException {
        agroals.setLoginTimeout(seconds);
    }

    @Override
    public int getLoginTimeout() throws SQLException {
        return agroals.getLoginTimeout();
    }

    @Override
    public Logger getParentLogger() throws SQLFeatureNotSupportedException {
        return agroals.getParentLogger();
    }
}
