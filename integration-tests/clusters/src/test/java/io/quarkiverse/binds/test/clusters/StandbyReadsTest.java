package io.quarkiverse.binds.test.clusters;

import static io.restassured.RestAssured.get;
import static io.restassured.RestAssured.post;
import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;

import org.jboss.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.quarkiverse.binds.test.support.Await;
import io.quarkiverse.binds.test.support.Later;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;

/** Read-only units of work that a standby of PostgreSQL serves see the writes of the application (A23). */
@QuarkusTest
@TestProfile(PostgreSqlProfile.class)
@QuarkusTestResource(value = StandbyReadsResource.class, restrictToAnnotatedClass = true)
class StandbyReadsTest {

    private static final Logger LOG = Logger.getLogger("figures");
    private static final int READS = Integer.getInteger("binds.replica.reads", 100);
    private static final Duration LONG = Duration.ofSeconds(30);
    private static final String COUNT = "SELECT count(*) FROM repeatable_write WHERE name = ?";
    private static final String CALLS = "SELECT coalesce(sum(calls), 0) AS n FROM pg_stat_statements"
            + " WHERE query LIKE ? AND query NOT LIKE '%pg_stat_statements%'";
    private static final String POSITION = "%pg_current_wal_insert_lsn()%";
    private static final String REPLAYED = "%pg_last_wal_replay_lsn()%";
    /** Bytes at the beginning of each page of the log but the first of a file. */
    private static final int HEADER = 24;
    private static final int SOME = 1000;

    /** Injected by the test resource. */
    Cluster cluster;

    /** After the standby was late, it is left alone for some seconds. */
    @BeforeEach
    void standbyServesReads() {
        write("before");
        assertThat(Await.until(LONG, () -> found("before").endsWith(atStandby()))).as("the standby serves reads").isTrue();
    }

    @AfterEach
    void replay() {
        standby().execute("SELECT pg_wal_replay_resume()");
    }

    /** A commit waits until the standby has the log, but not until it has applied it. */
    @Test
    void noReadIsStaleThatWaitsForTheSynchronousStandby() throws Exception {
        noReadIsStaleThatWaits("synchronous");
    }

    @Test
    void noReadIsStaleThatWaitsForTheStandby() throws Exception {
        synchronous("");
        try {
            noReadIsStaleThatWaits("asynchronous");
        } finally {
            synchronous("*");
        }
    }

    private void synchronous(String standbys) {
        primary().execute("ALTER SYSTEM SET synchronous_standby_names = '" + standbys + "'", "SELECT pg_reload_conf()");
        Await.until("commits wait for the standby, or do not", LONG, () -> standbys.equals(primary().value(
                "SELECT current_setting('synchronous_standby_names')")));
    }

    private void noReadIsStaleThatWaits(String kind) throws Exception {
        int staleOfDriver = staleReadsOfDriver(kind);
        long positions = calls(primary(), POSITION);
        long polls = calls(standby(), REPLAYED);
        int stale = 0;
        int byStandby = 0;
        long[] nanos = new long[READS];
        for (int i = 0; i < READS; i++) {
            write(kind + "wait" + i);
            long start = System.nanoTime();
            String found = found(kind + "wait" + i);
            nanos[i] = System.nanoTime() - start;
            stale += found.startsWith("1 ") ? 0 : 1;
            byStandby += found.endsWith(atStandby()) ? 1 : 0;
        }
        double perWrite = (double) (calls(primary(), POSITION) - positions) / READS;
        double perRead = (double) (calls(standby(), REPLAYED) - polls) / READS;
        LOG.infof("FIGURES %s, now %s: of %d reads at the standby right after a write of the application %d were stale"
                + " through the driver alone, %d through the application, which waits; %d of these were served by the standby, with"
                + " %.2f commands for each write at the primary and %.2f for each read at the standby; median %s, longest %s;"
                + " median of reads without a new commit %s", cluster.engine(), kind, READS, staleOfDriver, stale, byStandby,
                perWrite, perRead, median(nanos), millis(Arrays.stream(nanos).max().orElse(0)), median(readsWithoutCommit()));

        assertThat(stale).as("stale").isZero();
        assertThat(byStandby).as("by the standby").isGreaterThan(READS / 2);
        assertThat(perWrite).as("the position").isEqualTo(1);
    }

    private int staleReadsOfDriver(String kind) throws SQLException {
        int stale = 0;
        try (Connection connection = standby().server().connect(Cluster.DATABASE);
                PreparedStatement count = connection.prepareStatement(COUNT)) {
            for (int i = 0; i < READS; i++) {
                write(kind + "driver" + i);
                stale += count(count, kind + "driver" + i) == 1 ? 0 : 1;
            }
        }
        return stale;
    }

    /** The primary's own position is then behind the header of the next page, which the standby has not got. */
    @Test
    void standbyServesReadsAfterACommitThatEndsWithAPageOfTheLog() {
        int page = Integer.parseInt(primary().value("SHOW wal_block_size"));
        AtomicReference<String> found = new AtomicReference<>();
        Await.until("nothing else is written between the commits and during the read", LONG, () -> {
            long before = position();
            message(SOME);
            long end = position();
            long left = page - end % page - (end - before);
            message((int) Math.max(SOME, left + SOME)); // of another size, the record would have another form
            long last = position();
            found.set(found("before"));
            return last % page == HEADER && position() == last;
        });

        assertThat(found.get()).isEqualTo("1" + atStandby());
    }

    private long position() {
        return Long.parseLong(primary().value("SELECT (pg_current_wal_insert_lsn() - '0/0')::bigint"));
    }

    private static void message(int length) {
        post("/nodes/message?length=" + length).then().statusCode(204);
    }

    /** Each connection knows that its standby has everything; there may be two if the first is returned after the response. */
    @Test
    void readsWithoutNewCommitAskNothing() {
        long polls = calls(standby(), REPLAYED);
        readsWithoutCommit();
        assertThat(calls(standby(), REPLAYED) - polls).isLessThan(READS / 10);
    }

    @Test
    void readWaitsForAStandbyThatIsBehind() throws Exception {
        standby().execute("SELECT pg_wal_replay_pause()");
        write("behind");

        long polls = calls(standby(), REPLAYED);
        CompletableFuture<String> read = Later.of(() -> found("behind"));
        assertThat(Await.until(LONG, () -> calls(standby(), REPLAYED) > polls + 1)).as("the read waits at the standby")
                .isTrue();
        standby().execute("SELECT pg_wal_replay_resume()");

        assertThat(read.get()).isEqualTo("1" + atStandby());
    }

    @Test
    void primaryServesReadsOfAStandbyThatIsLate() {
        standby().execute("SELECT pg_wal_replay_pause()");
        write("late");

        long begun = System.nanoTime();
        assertThat(found("late")).isEqualTo("1" + at(primary()));
        assertThat(Duration.ofNanos(System.nanoTime() - begun))
                .isGreaterThanOrEqualTo(Duration.ofSeconds(StandbyReadsResource.MAX_LAG_SECONDS));
        long polls = calls(standby(), REPLAYED);
        assertThat(found("late")).isEqualTo("1" + at(primary()));
        assertThat(calls(standby(), REPLAYED)).as("the standby is left alone for a while").isEqualTo(polls);
    }

    private long[] readsWithoutCommit() {
        long[] nanos = new long[READS];
        for (int i = 0; i < READS; i++) {
            long start = System.nanoTime();
            assertThat(found("before")).endsWith(atStandby());
            nanos[i] = System.nanoTime() - start;
        }
        return nanos;
    }

    private static String median(long[] nanos) {
        return millis(Arrays.stream(nanos).sorted().toArray()[nanos.length / 2]);
    }

    private static String millis(long nanos) {
        return String.format("%.1f ms", nanos / 1e6);
    }

    private static long calls(Node node, String query) {
        return ((Number) node.server().queryIn(Cluster.DATABASE, CALLS, query).get(0).get("n")).longValue();
    }

    private Node primary() {
        return cluster.nodes().get(0);
    }

    private Node standby() {
        return cluster.nodes().get(1);
    }

    private String atStandby() {
        return at(standby());
    }

    private static String at(Node node) {
        return " at " + node.server().port();
    }

    private static void write(String name) {
        post("/writes/repeatable?name=" + name + "&retries=0").then().statusCode(204);
    }

    private static String found(String name) {
        return get("/nodes/found?name=" + name).then().statusCode(200).extract().asString();
    }

    private static int count(PreparedStatement statement, String name) throws SQLException {
        statement.setString(1, name);
        try (ResultSet result = statement.executeQuery()) {
            result.next();
            return result.getInt(1);
        }
    }
}
