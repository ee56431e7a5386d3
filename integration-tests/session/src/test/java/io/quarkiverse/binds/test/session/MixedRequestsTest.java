package io.quarkiverse.binds.test.session;

import static io.restassured.RestAssured.get;
import static io.restassured.RestAssured.post;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.LockSupport;

import org.jboss.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;

/**
 * C4, C5, G10: requests of all kinds, many of which fail; only committed rows are stored, and no session, thread or
 * connection remains. {@code -Dbinds.stress.requests=100000} sets the number that the requirement asks for.
 */
@QuarkusTest
class MixedRequestsTest extends OnMySql {

    private static final Logger LOG = Logger.getLogger(MixedRequestsTest.class);

    private static final int CLIENTS = 64;
    private static final int REQUESTS = Integer.getInteger("binds.stress.requests", 2_000);
    /** In order and with a reset, where the client disconnects. */
    private static final int EACH_ALONE = 4;
    /** A response, or a disconnect, may precede the end of its request. */
    private static final Duration END_OF_REQUESTS = Duration.ofSeconds(30);
    private static final long LOOK_AGAIN = Duration.ofMillis(5).toNanos();

    @BeforeEach
    void begin() {
        post("/mixed-state/begin").then().statusCode(204);
    }

    @AfterEach
    void end() {
        post("/mixed-state/end").then().statusCode(204);
    }

    @ParameterizedTest
    @EnumSource(MixedKind.class)
    void requestsOfOneKindLeaveOnlyCommittedRows(MixedKind kind) throws Exception {
        MixedRun run = new MixedRun("alone-" + kind.word(), List.of(kind), RestAssured.port, EACH_ALONE);
        run.run(2);
        check(run);
    }

    @Test
    void requestsOfAllKindsLeaveOnlyCommittedRows() throws Exception {
        MixedRun run = new MixedRun("mixed", List.of(MixedKind.values()), RestAssured.port, REQUESTS);
        long start = System.nanoTime();
        run.run(CLIENTS);
        Duration duration = Duration.ofNanos(System.nanoTime() - start);

        MixedRows rows = check(run);
        assertThat(get("/mixed-state/threads").asString()).isEqualTo("[]");
        LOG.infof("%d requests in %d ms, %d notes, %d entries, sessions %s, answers: %s", REQUESTS, duration.toMillis(),
                rows.notes(), rows.entries(), get("/mixed-state/sessions").asString(), run.answers());
    }

    private static MixedRows check(MixedRun run) {
        String leftovers = leftovers();
        for (long deadline = System.nanoTime() + END_OF_REQUESTS.toNanos(); !leftovers.isEmpty()
                && System.nanoTime() < deadline;) {
            LockSupport.parkNanos(LOOK_AGAIN);
            leftovers = leftovers();
        }
        MixedRows rows = new MixedRows(run, SERVER, notes(), ledger());
        assertThat(run.wrong()).isEmpty();
        assertThat(leftovers).isEmpty();
        assertThat(rows.differences()).isEmpty();
        return rows;
    }

    /** Describes the leftovers of the requests; empty if there are none. */
    private static String leftovers() {
        String pools = get("/pools/active").asString();
        String sessions = get("/mixed-state/sessions").asString();
        return (pools.equals("{\"notes\":0,\"ledger\":0}") ? "" : "borrowed: " + pools)
                + (sessions.matches("\\{\"opened\":(\\d+),\"closed\":\\1}") ? "" : " sessions: " + sessions)
                + (openTransactions().isEmpty() ? "" : " transactions: " + openTransactions());
    }
}
