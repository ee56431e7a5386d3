package io.quarkiverse.binds.test.sharding;

import java.util.Map;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;

/** {@link TwoServers}, whose addresses are system properties, as {@code sharding.yaml} names them. */
public final class TwoServersResource implements QuarkusTestResourceLifecycleManager {

    private TwoServers servers;

    @Override
    public Map<String, String> start() {
        servers = TwoServers.start();
        servers.setProperties();
        return Map.of();
    }

    @Override
    public void inject(TestInjector injector) {
        injector.injectIntoFields(servers, new TestInjector.MatchesType(TwoServers.class));
    }

    @Override
    public void stop() {
        if (servers != null) {
            servers.close();
        }
    }
}
