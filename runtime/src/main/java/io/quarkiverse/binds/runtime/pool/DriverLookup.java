package io.quarkiverse.binds.runtime.pool;

import java.sql.Connection;
import java.sql.Driver;
import java.sql.SQLException;
import java.util.Properties;
import java.util.ServiceLoader;

import io.quarkiverse.binds.runtime.config.PoolConfig;
import io.quarkiverse.binds.runtime.failure.Causes;
import io.quarkiverse.binds.runtime.failure.NoConnectionException;

/**
 * Finds the JDBC driver of a bind as {@link java.sql.DriverManager} does, but with the class loader of the application.
 * Thread-safe.
 */
final class DriverLookup {

    private final String bind;
    private final Class<?> chosen;
    private volatile Driver driver;

    /** @param chosen the only driver that is used; null for the one that accepts the URL */
    DriverLookup(String bind, Class<?> chosen) {
        this.bind = bind;
        this.chosen = chosen;
    }

    boolean isChosen() {
        return chosen != null;
    }

    Driver of(String url) throws SQLException {
        Driver found = driver;
        if (found == null) {
            for (Driver candidate : ServiceLoader.load(Driver.class, DriverLookup.class.getClassLoader())) {
                boolean allowed = chosen == null ? !(candidate instanceof BindDriver) : candidate.getClass() == chosen;
                if (allowed && candidate.acceptsURL(url)) {
                    found = candidate;
                    break;
                }
            }
            if (found == null) {
                throw new SQLException(noDriver(), NoConnectionException.UNABLE_TO_CONNECT);
            }
            driver = found;
        }
        return found;
    }

    private String noDriver() {
        return chosen == null ? "no JDBC driver of this application accepts the URL"
                : "the driver " + chosen.getName() + " of " + PoolConfig.driverKey(bind)
                        + " does not accept the URL, or its jar does not list it in META-INF/services/java.sql.Driver";
    }

    /**
     * Opens a connection. An unchecked exception of a driver becomes one with the codes of the server's error among its causes.
     */
    Connection connect(String url, Properties properties) throws SQLException {
        try {
            return of(url).connect(url, properties);
        } catch (RuntimeException e) {
            SQLException ofServer = Causes.of(e).stream().filter(SQLException.class::isInstance).map(SQLException.class::cast)
                    .findFirst().orElse(null);
            throw ofServer == null ? new SQLException(e.toString(), NoConnectionException.UNABLE_TO_CONNECT, e)
                    : new SQLException(ofServer.getMessage(), ofServer.getSQLState(), ofServer.getErrorCode(), e);
        }
    }
}
