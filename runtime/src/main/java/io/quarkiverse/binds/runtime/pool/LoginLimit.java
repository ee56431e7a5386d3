package io.quarkiverse.binds.runtime.pool;

import java.util.Properties;
import java.util.concurrent.TimeUnit;

import io.quarkiverse.binds.runtime.config.PoolConfig;

/**
 * Time that a host has for its answer to a login.
 *
 * @param millis positive
 */
record LoginLimit(long millis) {

    /** Property of the drivers of MySQL and MariaDB, in milliseconds. */
    private static final String PROPERTY = "connectTimeout";
    private static final long MOST_PATIENCE_MILLIS = 1000;

    /** @return null if the time has no limit */
    static LoginLimit of(String url, Properties properties) {
        String value = properties.getProperty(PROPERTY, PoolConfig.inUrl(url, PROPERTY));
        try {
            long millis = value == null ? 0 : Long.parseLong(value.strip());
            return millis > 0 ? new LoginLimit(millis) : null;
        } catch (NumberFormatException e) {
            return null; // the driver reports it
        }
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

    /** A property wins over that of the URL. */
    Properties in(Properties properties) {
        Properties own = new Properties();
        own.putAll(properties);
        own.setProperty(PROPERTY, Long.toString(millis));
        return own;
    }
}
