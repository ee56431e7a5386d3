package io.quarkiverse.binds.runtime.pool;

import java.net.SocketTimeoutException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Properties;
import java.util.concurrent.TimeUnit;

import io.quarkiverse.binds.runtime.config.PoolConfig;
import io.quarkiverse.binds.runtime.failure.NoConnectionException;
import io.quarkiverse.binds.runtime.socket.LoginDeadline;

/**
 * Time that a host has for its answer to a login.
 *
 * @param millis positive
 */
record LoginLimit(long millis) {

    /** Property of the drivers of MySQL and MariaDB, in milliseconds. */
    private static final String CONNECT_TIMEOUT = "connectTimeout";
    /** Property of the driver of PostgreSQL, which then logs in in a thread of its own. */
    private static final String LOGIN_TIMEOUT = "loginTimeout";
    private static final long MOST_PATIENCE_MILLIS = 1000;

    /** @return null if the time has no limit */
    static LoginLimit ofMySql(String url, Properties properties) {
        String value = properties.getProperty(CONNECT_TIMEOUT, PoolConfig.inUrl(url, CONNECT_TIMEOUT));
        try {
            return of(value == null ? 0 : Long.parseLong(value.strip()));
        } catch (NumberFormatException e) {
            return null; // the driver reports it
        }
    }

    /** @return null if the time has no limit, or the driver is to measure it */
    static LoginLimit ofPostgreSql(String url, Properties properties, Duration ofBind) {
        boolean driver = properties.containsKey(LOGIN_TIMEOUT) || PoolConfig.isInUrl(url, LOGIN_TIMEOUT);
        return driver ? null : of(ofBind.toMillis());
    }

    private static LoginLimit of(long millis) {
        return millis > 0 ? new LoginLimit(millis) : null;
    }

    Duration duration() {
        return Duration.ofMillis(millis);
    }

    long nanos() {
        return TimeUnit.MILLISECONDS.toNanos(millis);
    }

    /** Time after which the other hosts are tried. */
    LoginLimit patience() {
        return new LoginLimit(Math.max(1, Math.min(millis / 4, MOST_PATIENCE_MILLIS)));
    }

    long patienceNanos() {
        return patience().nanos();
    }

    /** For the drivers of MySQL and MariaDB. A property wins over that of the URL. */
    Properties in(Properties properties) {
        Properties own = new Properties();
        own.putAll(properties);
        own.setProperty(CONNECT_TIMEOUT, Long.toString(millis));
        return own;
    }

    interface Login {
        Connection open() throws SQLException;
    }

    /** For the driver of PostgreSQL, which has no limit for the whole login: when the time is over, its socket is closed. */
    Connection cut(Login login) throws SQLException {
        LoginDeadline deadline = LoginDeadline.start(duration());
        try {
            Connection connection = login.open();
            if (deadline.end()) {
                connection.close();
                throw overdue();
            }
            return connection;
        } catch (SQLException e) {
            throw deadline.end() ? overdue() : e;
        } finally {
            deadline.end();
        }
    }

    private SQLException overdue() {
        String message = "The server did not answer the login within " + PoolErrors.seconds(duration());
        return new SQLException(message, NoConnectionException.UNABLE_TO_CONNECT, new SocketTimeoutException(message));
    }
}
