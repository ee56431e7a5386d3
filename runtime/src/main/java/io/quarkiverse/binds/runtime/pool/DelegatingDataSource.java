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

/** Delegates all methods except those for connections to the datasource that Quarkus has made. */
public abstract class DelegatingDataSource implements AgroalDataSource {

    private static final long serialVersionUID = 1L;

    private final transient AgroalDataSource agroals;

    protected DelegatingDataSource(AgroalDataSource agroals) {
        this.agroals = agroals;
    }

    @Override
    public Connection getConnection(String username, String password) throws SQLException {
        return agroals.getConnection(username, password); // always refused by Agroal
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
