package io.quarkiverse.binds.test.dynamic;

import java.util.Map;

import io.quarkus.test.junit.QuarkusTestProfile;

/** Three tenants at a time, four connections to archives, which are closed soon, and a second of waiting. */
public class FewProfile implements QuarkusTestProfile {

    static final int MAX_OPEN = 3;
    static final int MAX_CONNECTIONS = 4;

    @Override
    public Map<String, String> getConfigOverrides() {
        return Map.of("quarkus.binds.tenants.max-open", String.valueOf(MAX_OPEN),
                "quarkus.binds.tenants.pool.timeout", "1s",
                "quarkus.binds.archive.max-connections", String.valueOf(MAX_CONNECTIONS),
                "quarkus.binds.archive.idle-ttl", "1s",
                "quarkus.binds.archive.pool.timeout", "1s");
    }
}
