package io.quarkiverse.binds.test.connections;

import java.util.Map;

import io.quarkus.test.junit.QuarkusTestProfile;

/** Short timeouts for everything that a request may wait for. */
public class BlackHoleProfile implements QuarkusTestProfile {

    @Override
    public Map<String, String> getConfigOverrides() {
        return Map.of("quarkus.binds.pool.login-timeout", "1s",
                "quarkus.binds.pool.timeout", "3s",
                "quarkus.binds.pool.pre-ping-idle", "0s",
                // bounds the wait for a COMMIT, which a transaction's timeout does not end; 5 minutes by default
                "quarkus.binds.driver-properties.socketTimeout", "4000",
                "quarkus.transaction-manager.default-transaction-timeout", "2s");
    }
}
