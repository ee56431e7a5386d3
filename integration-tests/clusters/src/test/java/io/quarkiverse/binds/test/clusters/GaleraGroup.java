package io.quarkiverse.binds.test.clusters;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;

import io.quarkiverse.binds.test.databases.Galera;
import io.quarkiverse.binds.test.support.Await;
import io.restassured.RestAssured;
import io.restassured.response.Response;

/**
 * Galera on MariaDB with three nodes. Each takes writes; its primary is the node that the application writes to, which is the
 * first in the URL until that fails.
 */
final class GaleraGroup extends Cluster {

    private static final int SIZE = 3;
    private static final String STATUS = "SELECT variable_value FROM information_schema.global_status WHERE variable_name = ?";
    private static final String REJECT = "SET GLOBAL wsrep_reject_queries = ";
    /** All earlier writes of the group are in the answer. */
    private static final String AFTER_ALL_WRITES = "SET STATEMENT wsrep_sync_wait = 1 FOR ";

    private GaleraGroup(List<Node> nodes) {
        super(nodes);
    }

    static GaleraGroup start() {
        int port = ThreadLocalRandom.current().nextInt(15_000, 19_990);
        GaleraGroup group = new GaleraGroup(IntStream.rangeClosed(1, SIZE)
                // of a frozen or killed node: the default of 5 s makes each outage that much longer
                .mapToObj(number -> new Node(Galera.start(port, number, SIZE, "evs.suspect_timeout=PT2S",
                        "evs.keepalive_period=PT0.5S", "evs.join_retrans_period=PT0.5S")))
                .toList());
        Node first = group.nodes().get(0);
        first.server().createDatabase(DATABASE);
        first.execute("CREATE TABLE " + DATABASE + ".bare (id bigint auto_increment primary key, name varchar(60))");
        group.nodes().forEach(group::rejoin);
        return group;
    }

    @Override
    String engine() {
        return "Galera " + nodes().get(1).server().description().split(" at ")[0] + ", 3 nodes";
    }

    /** The application says which; the servers list connections that it has given up, too. */
    @Override
    Node primary() {
        AtomicReference<Node> found = new AtomicReference<>();
        Await.until("a node that the application writes to", LONG, () -> {
            Response port = RestAssured.get("/nodes/writing");
            nodes().stream().filter(node -> port.asString().equals(String.valueOf(node.server().port())))
                    .filter(this::isPrimary).forEach(found::set);
            return found.get() != null;
        });
        return found.get();
    }

    @Override
    boolean isPrimary(Node node) {
        try {
            return "ON".equals(node.value(STATUS, "wsrep_ready")) && "NONE".equals(node.value("SELECT @@wsrep_reject_queries"));
        } catch (IllegalStateException e) {
            return false;
        }
    }

    /** Drains the node: it refuses every statement, also of connections that are open. */
    @Override
    void switchPrimary(Node from) {
        from.execute(REJECT + "ALL");
    }

    @Override
    void rejoin(Node node) {
        Await.until(node + " is a member with all data", LONG, () -> isMember(node));
        node.execute(REJECT + "NONE");
    }

    /** All are members: one more may know that it is cut off before the others do. */
    private boolean isMember(Node node) {
        return nodes().stream().allMatch(each -> {
            try {
                return String.valueOf(SIZE).equals(each.value(STATUS, "wsrep_cluster_size"))
                        && "Primary".equals(each.value(STATUS, "wsrep_cluster_status"))
                        && "ON".equals(each.value(STATUS, "wsrep_ready"))
                        && (each != node || "Synced".equals(each.value(STATUS, "wsrep_local_state_comment")));
            } catch (IllegalStateException e) {
                return false;
            }
        });
    }

    /** Of each node; all have the same. */
    @Override
    Map<String, Long> rows(Node node, String table, String prefix) {
        List<Map<String, Long>> ofAll = nodes().stream().map(each -> read(each, table, prefix)).toList();
        if (ofAll.stream().distinct().count() != 1) {
            throw new AssertionError("nodes with different rows in " + table + ": "
                    + ofAll.stream().map(rows -> rows.values().stream().mapToLong(Long::longValue).sum()).toList());
        }
        return ofAll.get(0);
    }

    private Map<String, Long> read(Node node, String table, String prefix) {
        return count(node.server().queryIn(DATABASE, AFTER_ALL_WRITES + rowsQuery(table, prefix)));
    }
}
