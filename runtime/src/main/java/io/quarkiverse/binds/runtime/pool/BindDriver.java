package io.quarkiverse.binds.runtime.pool;

import java.sql.Connection;
import java.sql.Driver;
import java.sql.DriverPropertyInfo;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.util.Properties;
import java.util.ServiceLoader;
import java.util.logging.Logger;

import io.quarkiverse.binds.Bind;
import io.quarkiverse.binds.runtime.config.BindKey;
import io.quarkiverse.binds.runtime.config.BindNames;
import io.quarkiverse.binds.runtime.url.DatabaseUrl;

/**
 * Stands between a pool and the driver of its database when a connection is opened, and nowhere else: what it returns is the
 * driver's own connection. It makes a connection that cannot be opened say which bind it was for, under which URL (masked) and
 * why; and it answers a bind that has no URL with the key to set.
 * <p>
 * Thread-safe. Agroal makes one instance per pool, by the name of the class.
 */
public final class BindDriver implements Driver {

    /** The connection property that names the bind; it does not reach the database's driver. */
    public static final String BIND_PROPERTY = "quarkus.binds.name";

    /** The URL of a bind without one; the name of the bind follows. No server is ever asked for it. */
    public static final String NO_URL = "jdbc:binds:no-url:";

    /** SQLState 08001: the client is unable to establish the connection (ISO/IEC 9075). */
    private static final String UNABLE_TO_CONNECT = "08001";

    private volatile Driver driver;

    @Override
    public Connection connect(String url, Properties info) throws SQLException {
        String bind = info.getProperty(BIND_PROPERTY, Bind.DEFAULT);
        if (url.startsWith(NO_URL)) {
            throw new SQLException(noUrl(bind), UNABLE_TO_CONNECT);
        }
        Properties own = new Properties();
        own.putAll(info);
        own.remove(BIND_PROPERTY);
        try {
            return driver(url).connect(url, own);
        } catch (SQLException e) {
            throw named(e, bind, url, own.getProperty("user"));
        }
    }

    @Override
    public boolean acceptsURL(String url) throws SQLException {
        return url.startsWith(NO_URL) || driver(url) != null;
    }

    /** Drivers are found as {@link java.sql.DriverManager} finds them, but with the class loader of the application. */
    private Driver driver(String url) throws SQLException {
        Driver found = driver;
        if (found == null) {
            for (Driver candidate : ServiceLoader.load(Driver.class, BindDriver.class.getClassLoader())) {
                if (!(candidate instanceof BindDriver) && candidate.acceptsURL(url)) {
                    found = candidate;
                    break;
                }
            }
            if (found == null) {
                throw new SQLException("No JDBC driver of this application accepts the URL " + DatabaseUrl.mask(url),
                        UNABLE_TO_CONNECT);
            }
            driver = found;
        }
        return found;
    }

    /** The same error, for whoever looks at codes, with the bind in front of its words. */
    private static SQLException named(SQLException e, String bind, String url, String user) {
        String message = BindNames.displayFirst(bind) + " cannot connect to " + DatabaseUrl.mask(url)
                + (user == null ? "" : " as user '" + user + "'") + ": " + e.getMessage();
        SQLException named = new SQLException(message, e.getSQLState(), e.getErrorCode(), e);
        named.setNextException(e.getNextException());
        return named;
    }

    private static String noUrl(String bind) {
        String key = BindKey.property(bind, "url");
        return BindNames.displayFirst(bind) + " has no URL: set " + key + ", for example " + key
                + "=mysql://user:password@host/database, or deactivate it with " + BindKey.property(bind, "active") + "=false";
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
