package io.quarkiverse.binds.test.connections;

import java.util.Map;

import io.quarkiverse.binds.test.databases.DatabaseServer;
import io.quarkiverse.binds.test.databases.MySql;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;

/** Source and its replica; the URL of the default bind names both. */
public final class ReplicationResource implements QuarkusTestResourceLifecycleManager {

    private static final String GTID = "--gtid-mode=ON";
    private static final String CONSISTENT = "--enforce-gtid-consistency=ON";

    private DatabaseServer source;
    private DatabaseServer replica;

    @Override
    public Map<String, String> start() {
        source = MySql.start("--server-id=1", GTID, CONSISTENT);
        replica = MySql.start("--server-id=2", GTID, CONSISTENT);
        // each server has created its users by itself
        source.execute("CREATE USER 'replica'@'%' IDENTIFIED BY 'binds'", "GRANT REPLICATION SLAVE ON *.* TO 'replica'@'%'",
                "RESET BINARY LOGS AND GTIDS");
        replica.execute("RESET BINARY LOGS AND GTIDS",
                "CHANGE REPLICATION SOURCE TO SOURCE_HOST='" + source.host() + "', SOURCE_PORT=" + source.port()
                        + ", SOURCE_USER='replica', SOURCE_PASSWORD='binds', SOURCE_AUTO_POSITION=1, SOURCE_SSL=1,"
                        + " SOURCE_CONNECT_RETRY=1",
                "START REPLICA", "SET GLOBAL super_read_only = ON");
        source.execute("CREATE DATABASE notes", "CREATE DATABASE ledger");
        String address = source.host() + ":" + source.port();
        return Map.of("quarkus.binds.url",
                source.url("notes").replace(address, address + "," + replica.host() + ":" + replica.port()),
                "quarkus.binds.ledger.url", source.url("ledger"));
    }

    @Override
    public void inject(TestInjector injector) {
        injector.injectIntoFields(source, field -> field.getName().equals("server"));
        injector.injectIntoFields(replica, field -> field.getName().equals("replica"));
    }

    @Override
    public void stop() {
        if (replica != null) {
            replica.close();
        }
        if (source != null) {
            source.close();
        }
    }
}
