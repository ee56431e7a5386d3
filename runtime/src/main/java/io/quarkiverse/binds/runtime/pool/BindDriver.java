package io.quarkiverse.binds.runtime.pool;

import java.sql.Connection;
import java.sql.Driver;
import java.sql.DriverPropertyInfo;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.util.Properties;
import java.util.logging.Logger;

import io.quarkiverse.binds.Bind;

/**
 * The driver that Agroal calls: it returns the connection of the database driver that the pool has opened.
 * <p>
 * Thread-safe. Agroal makes one instance for each pool, by the name of the class, so the pool can be passed in the properties
 * of the connection only.
 */
public final class BindDriver implements Driver {

    /** The connections of a pool for Agroal. */
    interface Connections {

        Connection take() throws SQLException;
    }

    /** The connection property that holds the {@link Connections} of the pool. */
    static final String CONNECTIONS_PROPERTY = "quarkus.binds.connections";

    /** The connection property that holds the name of the bind; it is removed before the database driver is called. */
    public static final String BIND_PROPERTY = "quarkus.binds.name";

    /** The URL of a bind that has no URL; the name of the bind follows. No server is ever contacted with it. */
    public static final String NO_URL = "jdbc:binds:no-url:";

    @Override
    public Connection connect(String url, Properties info) throws SQLException {
        if (info.get(CONNECTIONS_PROPERTY) instanceof Connections connections) {
            return connections.take();
        }
        // no pool is configured: Quarkus has no AgroalConnectionConfigurer for this kind of database
        Properties own = new Properties();
        own.putAll(info);
        own.remove(BIND_PROPERTY);
        return new FailoverConnector(PoolName.ofBind(info.getProperty(BIND_PROPERTY, Bind.DEFAULT)), "", url, true)
                .connect(own);
    }

    @Override
    public boolean acceptsURL(String url) {
        return true; // a missing driver is reported at the first use, with the name of the bind
    }

    @Override
    public DriverPropertyInfo[] getPropertyInfo(String url, Properties info) {
        return new DriverPropertyInfo[0];
    }

    @Override
    public int getMajorVersion() {
        return 1;
    }

    @Override
    public int getMinorVersion() {
        return 0;
    }

    @Override
    public boolean jdbcCompliant() {
        return false;
    }

    @Override
    public Logger getParentLogger() throws SQLFeatureNotSupportedException {
        throw new SQLFeatureNotSupportedException();
    }
}
