package io.quarkiverse.binds.runtime.pool;

import java.time.Duration;
import java.util.Map;

import io.quarkiverse.binds.runtime.url.DatabaseUrl;

/**
 * Where the pool of one database leads, and what it has of its own. What is null is as the bind has it.
 *
 * @param url its URL
 * @param username over that of the URL
 * @param password over that of the URL
 * @param credentialsProvider the name of credentials of the bind's {@code CredentialsProvider}
 * @param size how many connections are kept
 * @param maxOverflow how many more there may be
 * @param recycle the age at which a connection is replaced; zero for never
 * @param driverProperties over those of the bind
 * @param bindCredentials whether those of the bind serve where nothing else names a user
 */
public record PoolTarget(DatabaseUrl url, String username, String password, String credentialsProvider, Integer size,
        Integer maxOverflow, Duration recycle, Map<String, String> driverProperties, boolean bindCredentials) {

    /** The same with another overflow. */
    public PoolTarget withMaxOverflow(int overflow) {
        return new PoolTarget(url, username, password, credentialsProvider, size, overflow, recycle, driverProperties,
                bindCredentials);
    }

    /** Without secrets. */
    @Override
    public String toString() {
        return url.masked();
    }
}
