package io.quarkiverse.binds.test.connections;

import io.quarkiverse.binds.test.databases.DatabaseServer;
import io.quarkiverse.binds.test.databases.MySql;

/** A source with the databases "notes" and "ledger", and its replica, which is read-only. */
record Replication(DatabaseServer source, DatabaseServer replica) implements AutoCloseable {

    private static final String GTID = "--gtid-mode=ON";
    private static final String CONSISTENT = "--enforce-gtid-consistency=ON";

    static Replication start() {
        DatabaseServer source = MySql.start("--server-id=1", GTID, CONSISTENT);
        DatabaseServer replica = MySql.start("--server-id=2", GTID, CONSISTENT);
        // each server has created its users by itself
        source.execute("CREATE USER 'replica'@'%' IDENTIFIED BY 'binds'", "GRANT REPLICATION SLAVE ON *.* TO 'replica'@'%'",
                "RESET BINARY LOGS AND GTIDS");
        replica.execute("RESET BINARY LOGS AND GTIDS",
                "CHANGE REPLICATION SOURCE TO SOURCE_HOST='" + source.host() + "', SOURCE_PORT=" + source.port()
                        + ", SOURCE_USER='replica', SOURCE_PASSWORD='binds', SOURCE_AUTO_POSITION=1, SOURCE_SSL=1,"
                        + " SOURCE_CONNECT_RETRY=1",
                "START REPLICA", "SET GLOBAL super_read_only = ON");
        source.execute("CREATE DATABASE notes", "CREATE DATABASE ledger");
        return new Replication(source, replica);
    }

    @Override
    public void close() {
        replica.close();
        source.close();
    }
}
