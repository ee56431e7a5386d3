package io.quarkiverse.binds.test.clusters;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

import io.quarkiverse.binds.test.databases.MySql;
import io.quarkiverse.binds.test.support.Await;

/**
 * MySQL source and two replicas with GTIDs. Replication is semi-synchronous: without it, the death of the source loses
 * acknowledged writes. The test does what an operator or a tool does when the source is lost.
 */
final class SourceReplicas extends Cluster {

    private static final String EXECUTED = "SELECT @@gtid_executed";
    private static final String ERRORS = "SELECT last_error_message FROM performance_schema.replication_connection_status"
            + " UNION ALL SELECT last_error_message FROM performance_schema.replication_applier_status_by_coordinator"
            + " UNION ALL SELECT last_error_message FROM performance_schema.replication_applier_status_by_worker";

    private final AtomicInteger nextId = new AtomicInteger(100);

    private SourceReplicas(List<Node> nodes) {
        super(nodes);
    }

    static SourceReplicas start() {
        List<Node> nodes = IntStream.rangeClosed(1, 3).mapToObj(id -> new Node(MySql.start("--server-id=" + id,
                "--gtid-mode=ON", "--enforce-gtid-consistency=ON", "--skip-replica-start",
                "--plugin-load-add=semisync_source.so", "--plugin-load-add=semisync_replica.so",
                "--loose-rpl-semi-sync-replica-enabled=ON", "--loose-rpl-semi-sync-source-timeout=600000"))).toList();
        SourceReplicas cluster = new SourceReplicas(nodes);
        nodes.forEach(node -> node.execute("CREATE USER 'replica'@'%' IDENTIFIED BY 'binds'",
                "GRANT REPLICATION SLAVE ON *.* TO 'replica'@'%'",
                "RESET BINARY LOGS AND GTIDS", "SET GLOBAL super_read_only = ON"));
        Node source = nodes.get(0);
        promote(source);
        source.execute("CREATE DATABASE " + DATABASE,
                "CREATE TABLE " + DATABASE + ".bare (id bigint auto_increment primary key, name varchar(60))");
        nodes.subList(1, 3).forEach(cluster::rejoin);
        // from now on a commit waits for a replica
        source.execute("SET GLOBAL rpl_semi_sync_source_enabled = ON");
        return cluster;
    }

    private static void promote(Node node) {
        node.execute("SET GLOBAL super_read_only = OFF", "SET GLOBAL read_only = OFF");
    }

    @Override
    String engine() {
        return "MySQL " + nodes().get(1).server().description().split(" ")[1] + ", semi-synchronous, 2 replicas";
    }

    @Override
    boolean isPrimary(Node node) {
        try {
            return "0".equals(node.value("SELECT @@super_read_only"));
        } catch (IllegalStateException e) {
            return false;
        }
    }

    @Override
    void switchPrimary(Node from) {
        Node to = another(from);
        from.execute("SET GLOBAL super_read_only = ON");
        awaitData(to, from.value(EXECUTED));
        from.execute("SET GLOBAL rpl_semi_sync_source_enabled = OFF");
        promote(to, from);
    }

    @Override
    void replaceLost(Node lost) {
        List<Node> left = nodes().stream().filter(node -> node != lost).toList();
        left.forEach(node -> node.execute("STOP REPLICA IO_THREAD"));
        String first = received(left.get(0));
        String second = received(left.get(1));
        boolean isFirstAhead = "1".equals(left.get(0).value("SELECT GTID_SUBSET(?, ?)", second, first));
        Node newest = left.get(isFirstAhead ? 0 : 1);
        awaitData(newest, received(newest));
        promote(newest, lost);
    }

    /** Whether executed or not yet. */
    private static String received(Node node) {
        return node.value("SELECT CONCAT_WS(',', @@gtid_executed, received_transaction_set)"
                + " FROM performance_schema.replication_connection_status");
    }

    /** The third node follows the new source, so that commits are confirmed. */
    private void promote(Node to, Node from) {
        to.execute("STOP REPLICA", "RESET REPLICA ALL");
        Node third = nodes().stream().filter(node -> node != to && node != from).findFirst().orElseThrow();
        follow(third, to);
        to.execute("SET GLOBAL rpl_semi_sync_source_enabled = ON");
        promote(to);
    }

    private static void follow(Node node, Node source) {
        node.execute("STOP REPLICA", "RESET REPLICA ALL",
                "CHANGE REPLICATION SOURCE TO SOURCE_HOST='" + source.server().host() + "', SOURCE_PORT="
                        + source.server().port() + ", SOURCE_USER='replica', SOURCE_PASSWORD='binds', SOURCE_AUTO_POSITION=1,"
                        + " SOURCE_SSL=1, SOURCE_CONNECT_RETRY=1",
                "START REPLICA");
    }

    private static void awaitData(Node node, String gtids) {
        if (!Await.until(LONG, () -> "1".equals(node.value("SELECT GTID_SUBSET(?, @@gtid_executed)", gtids)))) {
            throw new AssertionError(node + " has not all data after " + LONG + ": " + node.query(ERRORS) + ", executed "
                    + node.value(EXECUTED) + " of " + gtids);
        }
    }

    /** A server starts as one that takes writes: until it is read-only, no application may reach it. */
    @Override
    void startAgain(Node node) {
        node.cutOff();
        node.server().startAgain();
        node.execute("SET GLOBAL super_read_only = ON");
        node.reconnect();
    }

    /** An old source that is back would take writes that no other node gets: it is ended before. */
    @Override
    void reunite(Node node) {
        node.server().thaw();
        node.server().killHard();
        startAgain(node);
    }

    @Override
    void rejoin(Node node) {
        Node source = primary();
        String executed = source.value(EXECUTED);
        if (!"1".equals(node.value("SELECT GTID_SUBSET(@@gtid_executed, ?)", executed))) {
            // It has transactions that were never acknowledged: it gets all data anew. With another id, since a replica skips
            // transactions of its own.
            node.execute("SET GLOBAL server_id = " + nextId.getAndIncrement(), "STOP REPLICA", "RESET REPLICA ALL",
                    "SET GLOBAL super_read_only = OFF",
                    "DROP DATABASE IF EXISTS " + DATABASE, "RESET BINARY LOGS AND GTIDS", "SET GLOBAL super_read_only = ON");
        }
        follow(node, source);
        awaitData(node, executed);
    }
}
