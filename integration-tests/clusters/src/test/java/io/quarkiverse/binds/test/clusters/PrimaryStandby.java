package io.quarkiverse.binds.test.clusters;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import io.quarkiverse.binds.test.databases.PostgreSql;
import io.quarkiverse.binds.test.support.Await;

/**
 * PostgreSQL primary and standby, 15 or later. Replication is synchronous: without it, the death of the primary loses
 * acknowledged writes. The test does what an operator or a tool does when the primary is lost.
 */
final class PrimaryStandby extends Cluster {

    private static final String ACTIVE = "SELECT count(*) FROM pg_stat_activity WHERE usename = ? AND xact_start IS NOT NULL";

    private final Map<Node, String> folders = new HashMap<>();

    private PrimaryStandby(List<Node> nodes) {
        super(nodes);
        nodes.forEach(node -> folders.put(node, node.value("SHOW data_directory")));
    }

    /** @param options of both servers */
    static PrimaryStandby start(String... options) {
        List<Node> nodes = Stream.generate(() -> new Node(PostgreSql.start(options))).limit(2).toList();
        PrimaryStandby cluster = new PrimaryStandby(nodes);
        Node primary = nodes.get(0);
        primary.server().createDatabase(DATABASE);
        primary.execute("CREATE ROLE replica LOGIN REPLICATION PASSWORD 'binds'");
        primary.server().executeIn(DATABASE,
                "CREATE TABLE bare (id bigint generated always as identity primary key, name varchar(60))");
        nodes.get(1).server().stop();
        cluster.copy(primary, nodes.get(1));
        return cluster;
    }

    @Override
    String engine() {
        return nodes().get(1).server().description().split(" \\(| at ")[0] + ", synchronous, 1 standby";
    }

    @Override
    boolean isPrimary(Node node) {
        try {
            return "f".equals(node.value("SELECT left((pg_is_in_recovery() OR"
                    + " current_setting('transaction_read_only')::boolean)::text, 1)"));
        } catch (IllegalStateException e) {
            return false;
        }
    }

    /** New transactions are refused before connections are ended, so that no commit is interrupted. */
    @Override
    void switchPrimary(Node from) {
        from.execute("ALTER SYSTEM SET default_transaction_read_only = on", "SELECT pg_reload_conf()");
        Await.until("writes have ended", LONG, () -> "0".equals(from.value(ACTIVE, from.server().user())));
        from.server().stop();
        replaceLost(from);
    }

    @Override
    void replaceLost(Node lost) {
        another(lost).execute("SELECT pg_promote()");
    }

    /** For applications only: it has a process for each connection, which cannot be halted together. */
    @Override
    void isolate(Node node) {
        node.cutOff();
    }

    /** An old primary that is back would take writes that no other node gets: it is ended before. */
    @Override
    void reunite(Node node) {
        node.server().killHard();
        node.reconnect();
    }

    /** Not as a primary. */
    @Override
    void startAgain(Node node) {
    }

    @Override
    void rejoin(Node node) {
        copy(primary(), node);
    }

    /** Makes a node, which is down, the standby: with all data of the primary anew. */
    private void copy(Node primary, Node node) {
        String from = folders.get(primary);
        String to = folders.get(node);
        String files = "rm -rf " + to + " && mkdir -m 700 " + to + " && cd " + from + " && tar --exclude=./postmaster.pid"
                + " --exclude=./postmaster.opts --exclude=./pg_wal/* --exclude=./pg_replslot/* -cf - . | tar -xf - -C " + to;
        String source = "primary_conninfo = ''host=" + primary.server().host() + " port=" + primary.server().port()
                + " user=replica password=binds''";
        primary.execute("ALTER SYSTEM SET synchronous_standby_names = ''", "SELECT pg_reload_conf()",
                "SELECT pg_backup_start('standby', true)", "COPY (SELECT 1) TO PROGRAM '" + files + "'",
                "COPY (SELECT string_to_table(rtrim(labelfile, E'\\n'), E'\\n') FROM pg_backup_stop(false)) TO '" + to
                        + "/backup_label'",
                "COPY (SELECT '') TO '" + to + "/standby.signal'",
                "COPY (SELECT '" + source + "') TO '" + to + "/postgresql.auto.conf'");
        node.server().startAgain();
        Await.until(node + " follows", LONG,
                () -> "1".equals(primary.value("SELECT count(*) FROM pg_stat_replication WHERE state = 'streaming'")));
        // from now on a commit waits for the standby
        primary.execute("ALTER SYSTEM SET synchronous_standby_names = '*'", "SELECT pg_reload_conf()");
    }
}
