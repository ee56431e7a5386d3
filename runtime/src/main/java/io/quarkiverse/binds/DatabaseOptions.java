package io.quarkiverse.binds;

import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/**
 * The settings of a database that is opened on the fly; the others are those of its bind. Immutable.
 *
 * <pre>
 * DatabaseOptions.defaults().username("acme").password(secret).poolSize(2).recycle(Duration.ofSeconds(280))
 * </pre>
 *
 * @param username the user; null for that in the URL
 * @param password the password; null for that in the URL
 * @param credentialsProvider the name of the credentials that the {@code CredentialsProvider} bean gives, requested at each
 *        login; null for user and password
 * @param poolSize the number of connections to keep, at least 1; null for {@code pool.size}
 * @param maxOverflow the number of additional connections under load, not negative; null for {@code pool.max-overflow}
 * @param recycle the age at which a connection is replaced, zero for never; null for {@code pool.recycle}
 * @param driverProperties driver properties, which override those of the bind; properties that are refused in a URL are refused
 *        here too
 * @param bindCredentials whether to log in with the credentials of the bind if neither URL nor options name a user: the
 *        password of the bind is sent to the host in the URL, so this is only for URLs that do not come from outside
 * @since 0.1
 */
public record DatabaseOptions(String username, String password, String credentialsProvider, Integer poolSize,
        Integer maxOverflow, Duration recycle, Map<String, String> driverProperties, boolean bindCredentials) {

    private static final DatabaseOptions DEFAULTS = new DatabaseOptions(null, null, null, null, null, null, Map.of(), false);

    /**
     * Checks the numbers and copies the driver properties. {@link #defaults()} and the methods that copy are shorter.
     *
     * @param username the user, or null
     * @param password the password, or null
     * @param credentialsProvider the name of credentials, or null
     * @param poolSize at least 1, or null
     * @param maxOverflow at least 0, or null
     * @param recycle zero or more, or null
     * @param driverProperties empty for those of the bind; no name and no value is null
     * @param bindCredentials false, unless the URL is trusted
     * @throws IllegalArgumentException if a number or duration is out of its range
     */
    public DatabaseOptions {
        if (poolSize != null && poolSize < 1) {
            throw new IllegalArgumentException("poolSize must be at least 1: " + poolSize);
        }
        if (maxOverflow != null && maxOverflow < 0) {
            throw new IllegalArgumentException("maxOverflow must not be negative: " + maxOverflow);
        }
        if (recycle != null && recycle.isNegative()) {
            throw new IllegalArgumentException("recycle must not be negative: " + recycle);
        }
        driverProperties = Map.copyOf(driverProperties);
    }

    /** {@return options without settings of their own: all are those of the bind} */
    public static DatabaseOptions defaults() {
        return DEFAULTS;
    }

    /**
     * Copies the options with another user.
     *
     * @param user the user; null for that in the URL
     * @return the copy
     */
    public DatabaseOptions username(String user) {
        return new DatabaseOptions(user, password, credentialsProvider, poolSize, maxOverflow, recycle, driverProperties,
                bindCredentials);
    }

    /**
     * Copies the options with another password.
     *
     * @param secret the password; null for that in the URL
     * @return the copy
     */
    public DatabaseOptions password(String secret) {
        return new DatabaseOptions(username, secret, credentialsProvider, poolSize, maxOverflow, recycle, driverProperties,
                bindCredentials);
    }

    /**
     * Copies the options with credentials that are requested at each login.
     *
     * @param name the name of the credentials for the {@code CredentialsProvider} bean; null for user and password
     * @return the copy
     */
    public DatabaseOptions credentialsProvider(String name) {
        return new DatabaseOptions(username, password, name, poolSize, maxOverflow, recycle, driverProperties,
                bindCredentials);
    }

    /**
     * Copies the options with another number of connections to keep.
     *
     * @param size the number, at least 1
     * @return the copy
     * @throws IllegalArgumentException if it is less than 1
     */
    public DatabaseOptions poolSize(int size) {
        return new DatabaseOptions(username, password, credentialsProvider, size, maxOverflow, recycle, driverProperties,
                bindCredentials);
    }

    /**
     * Copies the options with another number of additional connections under load.
     *
     * @param overflow the number, at least 0
     * @return the copy
     * @throws IllegalArgumentException if it is negative
     */
    public DatabaseOptions maxOverflow(int overflow) {
        return new DatabaseOptions(username, password, credentialsProvider, poolSize, overflow, recycle, driverProperties,
                bindCredentials);
    }

    /**
     * Copies the options with another age at which a connection is replaced.
     *
     * @param age the age; zero for never, null for that of the bind
     * @return the copy
     * @throws IllegalArgumentException if it is negative
     */
    public DatabaseOptions recycle(Duration age) {
        return new DatabaseOptions(username, password, credentialsProvider, poolSize, maxOverflow, age, driverProperties,
                bindCredentials);
    }

    /**
     * Copies the options and adds a driver property.
     *
     * @param name the name of the property, in the spelling of the driver
     * @param value the value, which replaces an earlier value and that of the bind
     * @return the copy
     * @throws NullPointerException if name or value is null
     */
    public DatabaseOptions driverProperty(String name, String value) {
        Map<String, String> more = new TreeMap<>(driverProperties);
        more.put(Objects.requireNonNull(name, "name"), Objects.requireNonNull(value, "value"));
        return new DatabaseOptions(username, password, credentialsProvider, poolSize, maxOverflow, recycle, more,
                bindCredentials);
    }

    /**
     * Copies the options to log in with the credentials of the bind: for URLs that do not come from outside.
     *
     * @return the copy
     */
    public DatabaseOptions withBindCredentials() {
        return new DatabaseOptions(username, password, credentialsProvider, poolSize, maxOverflow, recycle, driverProperties,
                true);
    }

    /** Text without the password, and without the values of driver properties, which may be secrets as well. */
    @Override
    public String toString() {
        return "DatabaseOptions[username=" + username + ", credentialsProvider=" + credentialsProvider + ", poolSize="
                + poolSize + ", maxOverflow=" + maxOverflow + ", recycle=" + recycle + ", driverProperties="
                + new TreeMap<>(driverProperties).keySet() + ", bindCredentials=" + bindCredentials + "]";
    }
}
