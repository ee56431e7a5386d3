package io.quarkiverse.binds.test.connections;

import java.util.Map;

import io.quarkiverse.binds.test.databases.DatabaseServer;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;

/** Source and its replica; the URL of the default bind names both. */
public final class ReplicationResource implements QuarkusTestResourceLifecycleManager {

    private Replication servers;

    @Override
    public Map<String, String> start() {
        servers = Replication.start();
        DatabaseServer source = servers.source();
        String address = source.host() + ":" + source.port();
        return Map.of("quarkus.binds.url",
                source.url("notes").replace(address, address + "," + servers.replica().host() + ":" + servers.replica().port()),
                "quarkus.binds.ledger.url", source.url("ledger"));
    }

    @Override
    public void inject(TestInjector injector) {
        injector.injectIntoFields(servers.source(), field -> field.getName().equals("server"));
        injector.injectIntoFields(servers.replica(), field -> field.getName().equals("replica"));
    }

    @Override
    public void stop() {
        if (servers != null) {
            servers.close();
        }
    }
}
