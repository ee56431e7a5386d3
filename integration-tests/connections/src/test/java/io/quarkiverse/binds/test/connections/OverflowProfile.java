package io.quarkiverse.binds.test.connections;

import java.util.Map;

import io.quarkus.test.junit.QuarkusTestProfile;

/** One connection, one overflow connection, and a pool timeout of a few seconds. */
public class OverflowProfile implements QuarkusTestProfile {

    /** Pool timeout: long enough for a test to see a request waiting, and to serve it, within this time. */
    static final int TIMEOUT_SECONDS = 3;

    @Override
    public Map<String, String> getConfigOverrides() {
        return Map.of("quarkus.binds.pool.size", "1", "quarkus.binds.pool.max-overflow", "1", "quarkus.binds.pool.timeout",
                TIMEOUT_SECONDS + "s");
    }
}
