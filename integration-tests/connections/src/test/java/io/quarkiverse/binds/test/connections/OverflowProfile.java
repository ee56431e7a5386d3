package io.quarkiverse.binds.test.connections;

import java.util.Map;

import io.quarkus.test.junit.QuarkusTestProfile;

/** One connection, one more when that is in use, and then a second of waiting. */
public class OverflowProfile implements QuarkusTestProfile {

    @Override
    public Map<String, String> getConfigOverrides() {
        return Map.of("quarkus.binds.pool.size", "1", "quarkus.binds.pool.max-overflow", "1", "quarkus.binds.pool.timeout",
                "1s");
    }
}
