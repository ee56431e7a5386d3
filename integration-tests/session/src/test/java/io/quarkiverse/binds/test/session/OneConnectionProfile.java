package io.quarkiverse.binds.test.session;

import java.util.Map;

import io.quarkus.test.junit.QuarkusTestProfile;

/** One connection in each pool, so that each request gets the one that the request before it had. */
public class OneConnectionProfile implements QuarkusTestProfile {

    @Override
    public Map<String, String> getConfigOverrides() {
        return Map.of("quarkus.binds.\"*\".pool.size", "1",
                "quarkus.binds.\"*\".pool.max-overflow", "0",
                "quarkus.binds.\"*\".pool.timeout", "1s",
                "quarkus.binds.session.retry-safe-methods", "false");
    }
}
