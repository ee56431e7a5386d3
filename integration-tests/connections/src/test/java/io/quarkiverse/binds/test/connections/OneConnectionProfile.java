package io.quarkiverse.binds.test.connections;

import java.util.Map;

import io.quarkus.test.junit.QuarkusTestProfile;

/** One connection, so that each request gets the same one. */
public class OneConnectionProfile implements QuarkusTestProfile {

    @Override
    public Map<String, String> getConfigOverrides() {
        return Map.of("quarkus.binds.pool.size", "1", "quarkus.binds.pool.max-overflow", "0");
    }
}
