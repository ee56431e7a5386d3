package io.quarkiverse.binds.runtime.dynamic;

import java.io.PrintWriter;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.util.logging.Logger;

import javax.sql.DataSource;

import io.quarkiverse.binds.runtime.dynamic.pool.DatabasePool;

/** Presents a pool as a {@link DataSource}, for a {@code DatabaseInitializer}. */
record PoolDataSource(DatabasePool pool) implements DataSource {

    @Override
    public Connection getConnection() throws SQLException {
        return pool.getUncheckedConnection();
    }

    @Override
    public Connection getConnection(String username, String password) throws SQLException {
        throw new SQLFeatureNotSupportedException("All connections of a pool have the same user: call getConnection()");
    }

    @Override
    public <T> T unwrap(Class<T> target) throws SQLException {
        if (target.isInstance(this)) {
            return target.cast(this);
        }
        throw new SQLException(getClass().getName() + " cannot be unwrapped to " + target.getName());
    }

    @Override
    public boolean isWrapperFor(Class<?> target) {
        return target.isInstance(this);
    }

    @Override
    public PrintWriter getLogWriter() {
        return null;
    }

    @Override
    public void setLogWriter(PrintWriter out) throws SQLException {
        throw new SQLFeatureNotSupportedException("There is no log writer");
    }

    @Override
    public int getLoginTimeout() {
        return 0;
    }

    @Override
    public void setLoginTimeout(int seconds) throws SQLException {
        throw new SQLFeatureNotSupportedException("The login timeout is that of the pool: set pool.login-timeout");
    }

    @Override
    public Logger getParentLogger() throws SQLFeatureNotSupportedException {
        throw new SQLFeatureNotSupportedException("There is no logger");
    }
}
