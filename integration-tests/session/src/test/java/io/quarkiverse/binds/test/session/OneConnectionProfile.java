package io.quarkiverse.binds.test.session;

import java.util.Map;

import io.quarkus.test.junit.QuarkusTestProfile;

/** One connection in each pool, so that each request gets the connection of the previous one. */
public class OneConnectionProfile implements QuarkusTestProfile {

    /** Also what a request waits for the end of the one before it, whose response is read a little earlier. */
    static final int TIMEOUT_SECONDS = 3;

    @Override
    public Map<String, String> getConfigOverrides() {
        return Map.of("quarkus.binds.\"*\".pool.size", "1",
                "quarkus.binds.\"*\".pool.max-overflow", "0",
                "quarkus.binds.\"*\".pool.timeout", TIMEOUT_SECONDS + "s",
                "quarkus.binds.session.retry-safe-methods", "false");
    }
}
