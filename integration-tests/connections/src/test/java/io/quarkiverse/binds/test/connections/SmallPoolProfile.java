package io.quarkiverse.binds.test.connections;

import java.util.Map;

import io.quarkus.test.junit.QuarkusTestProfile;

/** Far fewer connections than clients. */
public class SmallPoolProfile implements QuarkusTestProfile {

    @Override
    public Map<String, String> getConfigOverrides() {
        return Map.of("quarkus.binds.pool.size", "2", "quarkus.binds.pool.max-overflow", "1");
    }
}
