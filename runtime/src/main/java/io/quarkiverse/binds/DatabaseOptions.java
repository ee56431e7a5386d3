package io.quarkiverse.binds;

import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/**
 * What one database that is opened on the fly has of its own; all else is as its bind says. Immutable.
 *
 * <pre>
 * DatabaseOptions.defaults().username("acme").password(secret).poolSize(2).recycle(Duration.ofSeconds(280))
 * </pre>
 *
 * @param username the user; null for the one in the URL
 * @param password the password; null for the one in the URL
 * @param credentialsProvider the name of the credentials that the {@code CredentialsProvider} bean gives, asked at each login;
 *        null for user and password
 * @param poolSize how many connections are kept, at least 1; null for {@code pool.size}
 * @param maxOverflow how many more there may be for a time, not negative; null for {@code pool.max-overflow}
 * @param recycle the age at which a connection is replaced, zero for never; null for {@code pool.recycle}
 * @param driverProperties properties for the driver, over those of the bind; what a URL may not carry is not for them either
 * @param bindCredentials whether to log in as the bind does where neither URL nor options name a user: the password of the bind
 *        goes to the host in the URL, so it is for URLs that do not come from outside
 */
public record DatabaseOptions(String username, String password, String credentialsProvider, Integer poolSize,
        Integer maxOverflow, Duration recycle, Map<String, String> driverProperties, boolean bindCredentials) {

    private static final DatabaseOptions DEFAULTS = new DatabaseOptions(null, null, null, null, null, null, Map.of(), false);

    /**
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

    /** Everything as the bind has it. */
    public static DatabaseOptions defaults() {
        return DEFAULTS;
    }

    public DatabaseOptions username(String user) {
        return new DatabaseOptions(user, password, credentialsProvider, poolSize, maxOverflow, recycle, driverProperties,
                bindCredentials);
    }

    public DatabaseOptions password(String secret) {
        return new DatabaseOptions(username, secret, credentialsProvider, poolSize, maxOverflow, recycle, driverProperties,
                bindCredentials);
    }

    public DatabaseOptions credentialsProvider(String name) {
        return new DatabaseOptions(username, password, name, poolSize, maxOverflow, recycle, driverProperties,
                bindCredentials);
    }

    public DatabaseOptions poolSize(int size) {
        return new DatabaseOptions(username, password, credentialsProvider, size, maxOverflow, recycle, driverProperties,
                bindCredentials);
    }

    public DatabaseOptions maxOverflow(int overflow) {
        return new DatabaseOptions(username, password, credentialsProvider, poolSize, overflow, recycle, driverProperties,
                bindCredentials);
    }

    public DatabaseOptions recycle(Duration age) {
        return new DatabaseOptions(username, password, credentialsProvider, poolSize, maxOverflow, age, driverProperties,
                bindCredentials);
    }

    /** The same with one more property for the driver. */
    public DatabaseOptions driverProperty(String name, String value) {
        Map<String, String> more = new TreeMap<>(driverProperties);
        more.put(Objects.requireNonNull(name, "name"), Objects.requireNonNull(value, "value"));
        return new DatabaseOptions(username, password, credentialsProvider, poolSize, maxOverflow, recycle, more,
                bindCredentials);
    }

    /** The same, logging in with the credentials of the bind: for URLs that do not come from outside. */
    public DatabaseOptions withBindCredentials() {
        return new DatabaseOptions(username, password, credentialsProvider, poolSize, maxOverflow, recycle, driverProperties,
                true);
    }

    /** Without the password, and without the values of driver properties, which may be secrets as well. */
    @Override
    public String toString() {
        return "DatabaseOptions[username=" + username + ", credentialsProvider=" + credentialsProvider + ", poolSize="
                + poolSize + ", maxOverflow=" + maxOverflow + ", recycle=" + recycle + ", driverProperties="
                + new TreeMap<>(driverProperties).keySet() + ", bindCredentials=" + bindCredentials + "]";
    }
}
