package io.quarkiverse.binds.test.dynamic;

import java.util.Map;

import io.quarkus.test.junit.QuarkusTestProfile;

/** Three open tenants, four connections to archives with a short idle-ttl, and a pool timeout of a few seconds. */
public class TightLimitsProfile implements QuarkusTestProfile {

    static final int MAX_OPEN = 3;
    static final int MAX_CONNECTIONS = 4;
    /** Pool timeout: long enough for a test to see a request waiting, and to serve it, within this time. */
    static final int TIMEOUT_SECONDS = 4;

    @Override
    public Map<String, String> getConfigOverrides() {
        return Map.of("quarkus.binds.tenants.max-open", String.valueOf(MAX_OPEN),
                "quarkus.binds.tenants.pool.timeout", TIMEOUT_SECONDS + "s",
                "quarkus.binds.archive.max-connections", String.valueOf(MAX_CONNECTIONS),
                "quarkus.binds.archive.idle-ttl", "1s",
                "quarkus.binds.archive.pool.timeout", TIMEOUT_SECONDS + "s",
                "quarkus.binds.health.details", "false");
    }
}
