package io.quarkiverse.binds.test.connections;

import java.util.Map;

import io.quarkiverse.binds.test.databases.DatabaseServer;
import io.quarkiverse.binds.test.databases.MySql;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;

/**
 * Primary and a second server configured as its replica. Their rows differ, which shows the server that was asked: the
 * primary has the note "of-primary", the replica "of-replica".
 */
public final class ReplicaServersResource implements QuarkusTestResourceLifecycleManager {

    private DatabaseServer primary;
    private DatabaseServer replica;

    @Override
    public Map<String, String> start() {
        primary = MySql.start();
        replica = MySql.start();
        primary.execute("CREATE DATABASE notes", "CREATE DATABASE ledger");
        replica.execute("CREATE DATABASE notes");
        replica.executeIn("notes", "CREATE TABLE note (id bigint auto_increment primary key, name varchar(255) unique)",
                "INSERT INTO note (name) VALUES ('of-replica')");
        return Map.of("quarkus.binds.url", primary.url("notes"), "quarkus.binds.ledger.url", primary.url("ledger"),
                "quarkus.binds.replicas", replica.url("notes"));
    }

    @Override
    public void inject(TestInjector injector) {
        injector.injectIntoFields(primary, new TestInjector.AnnotatedAndMatchesType(Primary.class, DatabaseServer.class));
        injector.injectIntoFields(replica, new TestInjector.AnnotatedAndMatchesType(Replica.class, DatabaseServer.class));
    }

    @Override
    public void stop() {
        if (primary != null) {
            primary.close();
        }
        if (replica != null) {
            replica.close();
        }
    }
}
