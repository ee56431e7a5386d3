package io.quarkiverse.binds.test.clusters;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.quarkiverse.binds.test.support.Await;

/** Servers with the same data, of which the application writes to one. */
abstract class Cluster implements AutoCloseable {

    /** Of the application. */
    static final String DATABASE = "cluster";

    static final Duration LONG = Duration.ofMinutes(1);

    private final List<Node> nodes;
    private Throwable failure;

    /** @param nodes servers that do not know each other yet */
    Cluster(List<Node> nodes) {
        this.nodes = nodes;
    }

    final List<Node> nodes() {
        return nodes;
    }

    /** Failure of the last round; null if there is none. */
    final Throwable failure() {
        return failure;
    }

    final void failed(Throwable with) {
        failure = with;
    }

    /** Name and version. */
    abstract String engine();

    /** Whether the node takes writes; false if it is down. */
    abstract boolean isPrimary(Node node);

    /** Makes another node the primary, as an operator does for maintenance; returns when it is. */
    abstract void switchPrimary(Node from);

    /**
     * Promotes another node after the loss of the primary, as a tool or an operator would; does nothing if the engine does it.
     */
    void replaceLost(Node lost) {
    }

    /** Halts the node, which loses its network for the other nodes, too. */
    void isolate(Node node) {
        node.cutOff();
        node.server().freeze();
    }

    /** Undoes {@link #isolate}. */
    void reunite(Node node) {
        node.server().thaw();
        node.reconnect();
    }

    /** Starts a node whose process has ended. */
    void startAgain(Node node) {
        node.server().startAgain();
    }

    /** Makes a node a member again, if it is none; returns when all members have the same data. */
    abstract void rejoin(Node node);

    /** The node that takes writes, or of several the one that the application writes to. */
    Node primary() {
        Await.until("a node that takes writes", LONG, () -> nodes.stream().filter(this::isPrimary).count() == 1);
        return nodes.stream().filter(this::isPrimary).findFirst().orElseThrow();
    }

    /** Any node but that one. */
    final Node another(Node node) {
        return nodes.stream().filter(other -> other != node).findFirst().orElseThrow();
    }

    /** All nodes, beginning with that one. */
    final List<Node> from(Node first) {
        return Stream.concat(Stream.of(first), nodes.stream().filter(other -> other != first)).toList();
    }

    /** Of the bind: with all hosts. */
    final String url() {
        return url(nodes);
    }

    static String url(List<Node> nodes) {
        Node first = nodes.get(0);
        String hosts = nodes.stream().map(Node::address).collect(Collectors.joining(","));
        return first.server().url(DATABASE).replace(first.server().host() + ":" + first.server().port(), hosts);
    }

    /** Number of rows with each name that begins with a prefix. */
    Map<String, Long> rows(Node node, String table, String prefix) {
        return count(node.server().queryIn(DATABASE, rowsQuery(table, prefix)));
    }

    static String rowsQuery(String table, String prefix) {
        return "select name, count(*) as n from " + table + " where name like '" + prefix + "%' group by name";
    }

    static Map<String, Long> count(List<Map<String, Object>> rows) {
        return rows.stream()
                .collect(Collectors.toMap(row -> (String) row.get("name"), row -> ((Number) row.get("n")).longValue()));
    }

    @Override
    public void close() {
        nodes.forEach(Node::close);
    }
}
