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
 * Stands between a pool and the driver of its database when a connection is opened, and nowhere else: what it returns is the
 * driver's own connection, from the {@link Opener} of the pool.
 * <p>
 * Thread-safe. Agroal makes one instance per pool, by the name of the class.
 */
public final class BindDriver implements Driver {

    /** The connection property that names the bind; it does not reach the database's driver. */
    public static final String BIND_PROPERTY = "quarkus.binds.name";

    /** The URL of a bind without one; the name of the bind follows. No server is ever asked for it. */
    public static final String NO_URL = "jdbc:binds:no-url:";

    @Override
    public Connection connect(String url, Properties info) throws SQLException {
        if (info.get(Opener.PROPERTY) instanceof Opener opener) {
            return opener.take();
        }
        // a pool that Quarkus did not let us configure, since it knows nothing of its kind of database
        Properties own = new Properties();
        own.putAll(info);
        own.remove(BIND_PROPERTY);
        return new Hosts(PoolName.ofBind(info.getProperty(BIND_PROPERTY, Bind.DEFAULT)), "", url, true).connect(own);
    }

    @Override
    public boolean acceptsURL(String url) {
        return true; // whether there is a driver for it is said, by the name of the bind, when it is used
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
