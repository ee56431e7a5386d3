package io.quarkiverse.binds.test.connections;

import java.util.Map;

import io.quarkus.test.junit.QuarkusTestProfile;

/** All that a request may wait for is short. */
public class BlackHoleProfile implements QuarkusTestProfile {

    @Override
    public Map<String, String> getConfigOverrides() {
        return Map.of("quarkus.binds.pool.login-timeout", "1s",
                "quarkus.binds.pool.timeout", "3s",
                "quarkus.binds.pool.pre-ping-idle", "0s",
                // what a COMMIT waits for, since it ends no sooner for a transaction's timeout; 5 minutes by default
                "quarkus.binds.driver-properties.socketTimeout", "4000",
                "quarkus.transaction-manager.default-transaction-timeout", "2s");
    }
}
