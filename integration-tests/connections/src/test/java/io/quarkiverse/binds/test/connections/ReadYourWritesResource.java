package io.quarkiverse.binds.test.connections;

import java.util.Map;

import io.quarkiverse.binds.test.databases.DatabaseServer;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;

/** Source and its replica, which serves read-only units of work: those of the default bind wait for it. */
public final class ReadYourWritesResource implements QuarkusTestResourceLifecycleManager {

    /** Longer than a replica on a busy machine takes to start again and to apply a transaction. */
    static final int MAX_LAG_SECONDS = 8;

    private Replication servers;

    @Override
    public Map<String, String> start() {
        servers = Replication.start();
        DatabaseServer source = servers.source();
        DatabaseServer replica = servers.replica();
        return Map.of("quarkus.binds.url", source.url("notes"), "quarkus.binds.replicas", replica.url("notes"),
                "quarkus.binds.read-your-writes", "wait",
                "quarkus.binds.ledger.url", source.url("ledger"), "quarkus.binds.ledger.replicas", replica.url("ledger"),
                "quarkus.binds.ledger.read-your-writes", "session",
                "quarkus.binds.\"*\".max-replica-lag", MAX_LAG_SECONDS + "s");
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
