package io.quarkiverse.binds.test.connections;

import static io.restassured.RestAssured.get;
import static io.restassured.RestAssured.given;
import static io.restassured.RestAssured.post;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.function.IntFunction;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.quarkiverse.binds.test.databases.DatabaseServer;
import io.quarkiverse.binds.test.support.Await;
import io.quarkiverse.binds.test.support.Later;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.Cookie;

/**
 * Read-only units of work on a replica see earlier writes: with {@code wait} those of the application (default bind), with
 * {@code session} those of the client (ledger). In the ledger a client without cookies reads as with {@code off} (A23).
 */
@QuarkusTest
@QuarkusTestResource(value = ReadYourWritesResource.class, restrictToAnnotatedClass = true)
class ReadYourWritesTest extends OnServer {

    private static final int READS = Integer.getInteger("binds.replica.reads", 100);
    private static final String WAITING = "SELECT count(*) AS n FROM information_schema.processlist"
            + " WHERE info LIKE 'SELECT WAIT_FOR_EXECUTED_GTID_SET%'";

    /** Injected by the test resource. */
    DatabaseServer replica;

    /** After a replica was late, it is left alone for some seconds. */
    @BeforeEach
    void replicaIsUsed() {
        post("/notes?name=before").then().statusCode(200);
        assertThat(Await.until(LONG, () -> found("before").endsWith(at(replica)))).as("the replica serves reads").isTrue();
    }

    @AfterEach
    void replicate() {
        replica.execute("START REPLICA SQL_THREAD");
    }

    @Test
    void noReadIsStaleThatWaitsForTheReplica() {
        long source = commands(server);
        long atReplica = commands(replica);
        int[] waiting = staleReads(i -> {
            post("/notes?name=wait" + i).then().statusCode(200);
            return found("wait" + i);
        });
        double perWriteAtSource = (double) (commands(server) - source) / READS;
        double perReadAtReplica = (double) (commands(replica) - atReplica) / READS;
        print("%d reads right after a write that wait for the replica: %d stale, %d by the replica; commands per write and read:"
                + " %.2f at the source, %.2f at the replica", READS, waiting[0], waiting[1],
                perWriteAtSource, perReadAtReplica);
        int[] off = staleReads(i -> {
            post("/read-only/ledger?name=off" + i).then().statusCode(200);
            return foundInLedger("off" + i);
        });
        print("%d reads right after a write that do not wait: %d stale, %d by the replica", READS, off[0], off[1]);

        assertThat(waiting[0]).as("stale").isZero();
        assertThat(waiting[1]).as("by the replica").isGreaterThan(READS / 2);
        assertThat(perWriteAtSource).as("the insert, the query of NoteResource, the commit").isLessThan(3.5);
        assertThat(perReadAtReplica).as("the wait, the query, the rollback").isLessThan(3.5);
    }

    /** A unit of work that reads by statement has no transaction at the replica. */
    @Test
    void noReadByStatementIsStaleThatWaitsForTheReplica() {
        long atReplica = commands(replica);
        int[] waiting = staleReads(i -> {
            post("/notes?name=statement" + i).then().statusCode(200);
            return get("/read-only/found-by-statement?name=statement" + i).then().statusCode(200).extract().asString();
        });
        double perReadAtReplica = (double) (commands(replica) - atReplica) / READS;
        print("%d reads by statement right after a write that wait for the replica: %d stale, %.2f commands each at the replica",
                READS, waiting[0], perReadAtReplica);

        assertThat(waiting[0]).as("stale").isZero();
        assertThat(perReadAtReplica).as("the wait, the query").isBetween(1.5, 2.5);
    }

    @Test
    void readWaitsForAReplicaThatIsBehind() throws Exception {
        replica.execute("STOP REPLICA SQL_THREAD");
        post("/notes?name=behind").then().statusCode(200);

        CompletableFuture<String> read = Later.of(() -> found("behind"));
        assertThat(Await.until(LONG, () -> ((Number) replica.query(WAITING).get(0).get("n")).longValue() == 1))
                .as("the read waits at the replica").isTrue();
        replica.execute("START REPLICA SQL_THREAD");

        assertThat(read.get()).isEqualTo("1" + at(replica));
    }

    @Test
    void primaryServesReadsOfAReplicaThatIsLate() {
        replica.execute("STOP REPLICA SQL_THREAD");
        post("/notes?name=late").then().statusCode(200);

        long begun = System.nanoTime();
        assertThat(found("late")).isEqualTo("1" + at(server));
        assertThat(Duration.ofNanos(System.nanoTime() - begun))
                .isGreaterThanOrEqualTo(Duration.ofSeconds(ReadYourWritesResource.MAX_LAG_SECONDS));

        begun = System.nanoTime();
        assertThat(found("late")).isEqualTo("1" + at(server));
        assertThat(Duration.ofNanos(System.nanoTime() - begun)).as("without a wait: the replica is left alone for a while")
                .isLessThan(Duration.ofSeconds(ReadYourWritesResource.MAX_LAG_SECONDS));
    }

    @Test
    void clientThatHasWrittenReadsFromThePrimary() {
        replica.execute("STOP REPLICA SQL_THREAD");

        var written = post("/read-only/ledger?name=mine").then().statusCode(200).extract();
        assertThat(written.asString()).as("in the same request").isEqualTo("1" + at(server));
        Cookie cookie = written.detailedCookie("binds-written");
        assertThat(cookie.getMaxAge()).isEqualTo(ReadYourWritesResource.MAX_LAG_SECONDS);
        assertThat(cookie.isHttpOnly()).isTrue();
        assertThat(given().cookie(cookie).get("/read-only/found-in-ledger?name=mine").then().statusCode(200).extract()
                .asString()).as("the client itself").isEqualTo("1" + at(server));
        assertThat(foundInLedger("mine")).as("a client without the cookie").isEqualTo("0" + at(replica));
        assertThat(get("/read-only/found-in-ledger?name=mine").getDetailedCookie("binds-written")).as("of a read").isNull();
    }

    /** @return the numbers of stale reads, and of those that the replica has served */
    private int[] staleReads(IntFunction<String> writeAndRead) {
        int stale = 0;
        int byReplica = 0;
        for (int i = 0; i < READS; i++) {
            String found = writeAndRead.apply(i);
            stale += found.startsWith("1") ? 0 : 1;
            byReplica += found.endsWith(at(replica)) ? 1 : 0;
        }
        return new int[] { stale, byReplica };
    }

    private static String found(String name) {
        return get("/read-only/found?name=" + name).then().statusCode(200).extract().asString();
    }

    private static String foundInLedger(String name) {
        return get("/read-only/found-in-ledger?name=" + name).then().statusCode(200).extract().asString();
    }

    private static String at(DatabaseServer server) {
        return " at " + server.port();
    }

    private static long commands(DatabaseServer server) {
        return Long.parseLong((String) server.query("SHOW GLOBAL STATUS LIKE 'Questions'").get(0).get("Value"));
    }
}
