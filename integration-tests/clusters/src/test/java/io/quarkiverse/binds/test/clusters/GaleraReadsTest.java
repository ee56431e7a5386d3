package io.quarkiverse.binds.test.clusters;

import static io.restassured.RestAssured.get;
import static io.restassured.RestAssured.given;
import static io.restassured.RestAssured.post;
import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;

import org.jboss.logging.Logger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.quarkiverse.binds.test.support.Await;
import io.quarkiverse.binds.test.support.Later;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;

/**
 * Read-only units of work that other nodes of Galera serve see the writes of the application (A23), and a unit of work that
 * conflicts with a write at another node is repeated (M6).
 */
@QuarkusTest
@TestProfile(MariaDbProfile.class)
@QuarkusTestResource(value = GaleraReadsResource.class, restrictToAnnotatedClass = true)
class GaleraReadsTest {

    private static final Logger LOG = Logger.getLogger("figures");
    private static final int READS = Integer.getInteger("binds.replica.reads", 100);
    private static final Duration LONG = Duration.ofSeconds(30);
    private static final String WAITING = "SELECT count(*) FROM information_schema.processlist"
            + " WHERE info LIKE 'SET STATEMENT wsrep_sync_wait%' AND id <> connection_id()";
    private static final String COUNT = "SELECT count(*) FROM repeatable_write WHERE name = ?";

    /** Injected by the test resource. */
    Cluster cluster;

    /** After a node was late, replicas are left alone for some seconds. */
    @BeforeEach
    void othersServeReads() {
        write("before");
        assertThat(Await.until(LONG, () -> !found("before").endsWith(atFirst()))).as("another node serves reads").isTrue();
    }

    @Test
    void noReadIsStaleThatWaitsForTheGroup() throws Exception {
        int staleAtOther = 0;
        int staleOfDriver = 0;
        int byOthers = 0;
        Node other = cluster.nodes().get(1);
        try (Connection connection = other.server().connect(Cluster.DATABASE);
                PreparedStatement count = connection.prepareStatement(COUNT)) {
            for (int i = 0; i < READS; i++) {
                write("driver" + i);
                staleOfDriver += count(count, "driver" + i) == 1 ? 0 : 1;
            }
            for (int i = 0; i < READS; i++) {
                write("wait" + i);
                String found = found("wait" + i);
                staleAtOther += found.startsWith("1 ") ? 0 : 1;
                byOthers += found.endsWith(atFirst()) ? 0 : 1;
            }
        }
        LOG.infof("FIGURES %s: of %d reads at another node right after a write of the application %d were stale through the"
                + " driver alone, %d through the application, which waits; %d of these were served by another node",
                cluster.engine(), READS, staleOfDriver, staleAtOther, byOthers);

        assertThat(staleAtOther).as("stale").isZero();
        assertThat(byOthers).as("by another node").isGreaterThan(READS / 2);
    }

    @Test
    void readWaitsForANodeThatIsBehind() throws Exception {
        CompletableFuture<String> read;
        try (Held second = new Held(cluster.nodes().get(1)); Held third = new Held(cluster.nodes().get(2))) {
            write("behind");
            read = Later.of(() -> found("behind"));
            assertThat(
                    Await.until(LONG, () -> !"0".equals(second.node.value(WAITING)) || !"0".equals(third.node.value(WAITING))))
                    .as("the read waits at another node").isTrue();
            assertThat(read).isNotDone();
        }

        assertThat(read.get()).startsWith("1 ").doesNotEndWith(atFirst());
    }

    @Test
    void firstNodeServesReadsOfNodesThatAreLate() throws Exception {
        try (Held second = new Held(cluster.nodes().get(1)); Held third = new Held(cluster.nodes().get(2))) {
            write("late");

            long begun = System.nanoTime();
            assertThat(found("late")).isEqualTo("1" + atFirst());
            assertThat(Duration.ofNanos(System.nanoTime() - begun))
                    .isGreaterThanOrEqualTo(Duration.ofSeconds(GaleraReadsResource.MAX_LAG_SECONDS));
            assertThat(found("late")).as("which are left alone for a while").isEqualTo("1" + atFirst());
        }
    }

    /** Of its connections, which were opened before, and which are opened after. */
    @Test
    void nodeThatIsDrainedServesNoReads() {
        Node drained = cluster.nodes().get(1);
        drained.execute("SET GLOBAL wsrep_reject_queries = ALL");
        try {
            write("drained");
            for (int i = 0; i < READS; i++) {
                assertThat(found("drained")).startsWith("1 ").doesNotEndWith(" at " + drained.server().port());
            }
        } finally {
            drained.execute("SET GLOBAL wsrep_reject_queries = NONE");
        }
    }

    @Test
    void conflictWithAnotherNodeIsRepeated() {
        write("repeated");

        given().queryParams("name", "repeated", "retries", 3, "other", urlOfThird()).post("/nodes/conflict").then()
                .statusCode(200);
        assertThat(amount("repeated")).isEqualTo("11");
    }

    @Test
    void conflictWithAnotherNodeIsReportedWithoutRetries() {
        write("reported");

        String answer = given().queryParams("name", "reported", "retries", 0, "other", urlOfThird()).post("/nodes/conflict")
                .then().statusCode(500).extract().asString();
        assertThat(answer).contains("Deadlock").doesNotContain("CommitOutcomeUnknownException");
        assertThat(amount("reported")).isEqualTo("10");
    }

    private String urlOfThird() {
        var server = cluster.nodes().get(2).server();
        return server.jdbcUrl(Cluster.DATABASE) + "?user=" + server.user() + "&password=" + server.password();
    }

    private String amount(String name) {
        return String.valueOf(cluster.nodes().get(0).server().queryIn(Cluster.DATABASE,
                "SET STATEMENT wsrep_sync_wait = 1 FOR SELECT amount FROM repeatable_write WHERE name = ?", name).get(0)
                .get("amount"));
    }

    private static void write(String name) {
        post("/writes/repeatable?name=" + name + "&retries=0").then().statusCode(204);
    }

    private static String found(String name) {
        return get("/nodes/found?name=" + name).then().statusCode(200).extract().asString();
    }

    private String atFirst() {
        return " at " + cluster.nodes().get(0).server().port();
    }

    private static int count(PreparedStatement statement, String name) throws SQLException {
        statement.setString(1, name);
        try (ResultSet result = statement.executeQuery()) {
            result.next();
            return result.getInt(1);
        }
    }

    /** Node that cannot apply writes to the table until this is closed. */
    private static final class Held implements AutoCloseable {

        private final Node node;
        private final Connection connection;

        Held(Node node) throws SQLException {
            this.node = node;
            connection = node.server().connect(Cluster.DATABASE);
            try (Statement statement = connection.createStatement()) {
                for (String sql : List.of("SET autocommit = 0", "LOCK TABLES repeatable_write READ")) {
                    statement.execute(sql);
                }
            }
        }

        @Override
        public void close() throws SQLException {
            connection.close();
        }
    }
}
