package io.quarkiverse.binds.test.clusters;

import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.IntStream;

import org.jboss.logging.Logger;

import io.quarkiverse.binds.test.databases.MySql;
import io.quarkiverse.binds.test.support.Await;

/** MySQL Group Replication of three members with a single primary. */
final class GroupReplication extends Cluster {

    private static final String GROUP = "6f5cd2b1-7f5e-4e0b-9a52-0d6f0e6f1a01";
    private static final String STATE = "SELECT member_state FROM performance_schema.replication_group_members"
            + " WHERE member_id = @@server_uuid";
    private static final String STATE_OF = STATE.replace("@@server_uuid", "?");
    private static final Logger LOG = Logger.getLogger(GroupReplication.class);

    private GroupReplication(List<Node> nodes) {
        super(nodes);
    }

    static GroupReplication start() {
        int port = ThreadLocalRandom.current().nextInt(15_000, 19_990);
        List<Node> nodes = IntStream.rangeClosed(1, 3).mapToObj(id -> new Node(MySql.start(options(id, port)))).toList();
        GroupReplication group = new GroupReplication(nodes);
        nodes.forEach(node -> node.execute("CREATE USER 'replica'@'%' IDENTIFIED BY 'binds'",
                "GRANT REPLICATION SLAVE, CONNECTION_ADMIN, BACKUP_ADMIN, GROUP_REPLICATION_STREAM ON *.* TO 'replica'@'%'",
                "RESET BINARY LOGS AND GTIDS", "CHANGE REPLICATION SOURCE TO SOURCE_USER='replica', SOURCE_PASSWORD='binds'"
                        + " FOR CHANNEL 'group_replication_recovery'"));
        nodes.get(0).execute("SET GLOBAL group_replication_bootstrap_group = ON", "START GROUP_REPLICATION",
                "SET GLOBAL group_replication_bootstrap_group = OFF", "CREATE DATABASE " + DATABASE,
                "CREATE TABLE " + DATABASE + ".bare (id bigint auto_increment primary key, name varchar(60))");
        nodes.subList(1, 3).forEach(group::rejoin);
        return group;
    }

    private static String[] options(int id, int port) {
        String seeds = "127.0.0.1:" + (port + 1) + ",127.0.0.1:" + (port + 2) + ",127.0.0.1:" + (port + 3);
        return new String[] { "--server-id=" + id, "--gtid-mode=ON", "--enforce-gtid-consistency=ON",
                "--report-host=127.0.0.1", "--plugin-load-add=group_replication.so",
                "--loose-group-replication-group-name=" + GROUP, "--loose-group-replication-start-on-boot=OFF",
                "--loose-group-replication-local-address=127.0.0.1:" + (port + id),
                "--loose-group-replication-group-seeds=" + seeds,
                "--loose-group-replication-ip-allowlist=127.0.0.1/8",
                "--loose-group-replication-recovery-get-public-key=ON",
                // of a frozen or killed member: the default of 5 s makes each outage that much longer
                "--loose-group-replication-member-expel-timeout=0",
                // the test starts a member again
                "--loose-group-replication-autorejoin-tries=0" };
    }

    @Override
    String engine() {
        return "MySQL Group Replication " + nodes().get(1).server().description().split(" ")[1] + ", 3 nodes";
    }

    @Override
    boolean isPrimary(Node node) {
        try {
            return "1".equals(node.value("SELECT count(*) FROM performance_schema.replication_group_members WHERE member_id ="
                    + " @@server_uuid AND member_state = 'ONLINE' AND member_role = 'PRIMARY' AND @@super_read_only = 0"));
        } catch (IllegalStateException e) {
            return false;
        }
    }

    @Override
    void switchPrimary(Node from) {
        Node to = another(from);
        to.execute("DO group_replication_set_as_primary('" + to.value("SELECT @@server_uuid") + "')");
    }

    /** A node that was expelled may not know it yet. */
    @Override
    void rejoin(Node node) {
        Await.until(node + " is a member with all data", LONG, () -> {
            if (isMember(node)) {
                return true;
            }
            if (!isIn(node, "ONLINE", "RECOVERING")) {
                joinAgain(node);
            }
            return false;
        });
        // where a member that is expelled leaves it, and what refuses logins of applications
        node.execute("SET GLOBAL offline_mode = OFF");
    }

    private boolean isMember(Node node) {
        Node primary = primary();
        return "ONLINE".equals(node.value(STATE))
                && "ONLINE".equals(primary.value(STATE_OF, node.value("SELECT @@server_uuid")))
                && "1".equals(node.value("SELECT GTID_SUBSET(?, @@gtid_executed)", primary.value("SELECT @@gtid_executed")));
    }

    private static boolean isIn(Node node, String... states) {
        return List.of(states).contains(String.valueOf(node.value(STATE)));
    }

    private void joinAgain(Node node) {
        try {
            node.execute("STOP GROUP_REPLICATION");
            String primary = primary().value("SELECT @@gtid_executed");
            if (!"1".equals(node.value("SELECT GTID_SUBSET(@@gtid_executed, ?)", primary))) {
                // It has what the group has not: it gets all data anew.
                node.execute("SET GLOBAL super_read_only = OFF", "DROP DATABASE IF EXISTS " + DATABASE,
                        "RESET BINARY LOGS AND GTIDS");
            }
            node.execute("START GROUP_REPLICATION");
        } catch (IllegalStateException e) {
            LOG.infof("%s cannot join yet: %s", node, e.getMessage());
        }
    }
}
