package io.quarkiverse.binds.test.dynamic;

import java.util.Map;

import io.quarkus.test.junit.QuarkusTestProfile;

/** Far fewer open tenants than databases, and fewer connections than clients. */
public class ManyDatabasesProfile implements QuarkusTestProfile {

    static final int MAX_OPEN = 20;
    static final int MAX_CONNECTIONS = 30;

    @Override
    public Map<String, String> getConfigOverrides() {
        return Map.of("quarkus.binds.tenants.max-open", String.valueOf(MAX_OPEN),
                "quarkus.binds.tenants.max-connections", String.valueOf(MAX_CONNECTIONS));
    }
}
